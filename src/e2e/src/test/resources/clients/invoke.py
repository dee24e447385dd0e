# Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
"""Calls deployed APIs with requests that botocore signs.

Input: a JSON list of {"url", "method"?, "host"?, "body"?, "tamper"?, "presign"?}. Output: a JSON list of
{"status", "headers", "body"}. "tamper" changes the signature's last digit after signing.
"""
import http.client
import json
import os
import sys
from urllib.parse import urlsplit

from botocore.auth import SigV4Auth, SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials


def call(wish):
    credentials = Credentials(os.environ["AWS_ACCESS_KEY_ID"], os.environ["AWS_SECRET_ACCESS_KEY"])
    body = wish.get("body", "").encode()
    headers = {"Host": wish["host"]} if "host" in wish else {}
    request = AWSRequest(wish.get("method", "GET"), wish["url"], headers=headers, data=body)
    signer = SigV4QueryAuth if wish.get("presign") else SigV4Auth
    signer(credentials, "execute-api", os.environ["AWS_DEFAULT_REGION"]).add_auth(request)
    prepared = request.prepare()
    sent = dict(prepared.headers)
    if wish.get("tamper"):
        last = sent["Authorization"][-1]
        sent["Authorization"] = sent["Authorization"][:-1] + ("0" if last != "0" else "1")
    parts = urlsplit(prepared.url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=30)
    target = parts.path + ("?" + parts.query if parts.query else "")
    connection.request(prepared.method, target, body=body or None, headers=sent)
    answer = connection.getresponse()
    return {
        "status": answer.status,
        "headers": {name.lower(): value for name, value in answer.getheaders()},
        "body": answer.read().decode(),
    }


json.dump([call(wish) for wish in json.load(sys.stdin)], sys.stdout)
