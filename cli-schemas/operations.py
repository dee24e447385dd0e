#!/usr/bin/env python3
# Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
"""Prints operations.json as the installed botocore describes API Gateway (REST, v1).

    python3 cli-schemas/operations.py > cli-schemas/operations.json

A newer botocore may know more operations: read the diff before it is committed.
"""
import json

import botocore.session

SERVICE = "apigateway"
PAGINATOR = {
    "inputToken": "input_token",
    "outputToken": "output_token",
    "limitKey": "limit_key",
    "resultKey": "result_key",
}


def rows():
    session = botocore.session.get_session()
    model = session.get_service_model(SERVICE)
    paginators = session.get_paginator_model(SERVICE)
    for name in sorted(model.operation_names):
        http = model.operation_model(name).http
        path, _, query = http["requestUri"].partition("?")
        row = {"operation": name, "method": http["method"], "path": path}
        if query:
            row["query"] = query
        # The model leaves 200 out, except for operations that answer bytes.
        row["status"] = http.get("responseCode", 200)
        try:
            paginator = paginators.get_paginator(name)
            row["paginator"] = {ours: paginator[theirs] for ours, theirs in PAGINATOR.items()}
        except ValueError:
            pass  # not paged
        yield row


def main():
    print("[\n" + ",\n".join("  " + json.dumps(row) for row in rows()) + "\n]")


if __name__ == "__main__":
    main()
