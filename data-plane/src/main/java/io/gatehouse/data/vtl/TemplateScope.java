// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import java.util.Map;

/**
 * What one rendering of a mapping template sees.
 *
 * @param body {@code $input.body}: the payload as text; empty where there is none
 * @param parameters {@code $input.params()}: always those of the method request, in response templates too
 * @param context {@code $context}: the same object for the request's and the response's template of one exchange
 * @param stageVariables {@code $stageVariables}
 */
public record TemplateScope(
        String body, RequestParameters parameters, TemplateContext context, Map<String, String> stageVariables) {}
