# Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
"""Calls operations of the management API with boto3.

Input: a JSON list of [operation in snake case, {parameters}]. Output: a JSON list of the answers.
"""
import json
import sys

import boto3

client = boto3.client("apigateway")
answers = [getattr(client, operation)(**parameters) for operation, parameters in json.load(sys.stdin)]
json.dump(answers, sys.stdout, default=str)
