// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.contract;

import java.lang.reflect.Field;
import java.util.List;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.protocols.core.OperationInfo;

/**
 * What the AWS SDK for Java knows of one operation.
 *
 * @param address verb, path template and fixed query
 * @param input the members of the request
 * @param output the members of the answer
 */
record SdkOperation(String name, OperationInfo address, List<SdkField<?>> input, List<SdkField<?>> output) {

    private static final String SERVICE = "software.amazon.awssdk.services.apigateway.";

    static SdkOperation named(String name) {
        try {
            Field binding = Class.forName(SERVICE + "transform." + name + "RequestMarshaller")
                    .getDeclaredField("SDK_OPERATION_BINDING");
            binding.setAccessible(true);
            return new SdkOperation(
                    name,
                    (OperationInfo) binding.get(null),
                    fields(SERVICE + "model." + name + "Request"),
                    fields(SERVICE + "model." + name + "Response"));
        } catch (ReflectiveOperationException unknown) {
            throw new AssertionError("the SDK does not know " + name, unknown);
        }
    }

    /** The members that travel at one place, by their names on the wire. */
    List<String> inputNames(MarshallLocation location) {
        return input.stream()
                .filter(field -> field.location() == location)
                .map(SdkField::locationName)
                .toList();
    }

    private static List<SdkField<?>> fields(String className) throws ReflectiveOperationException {
        Object builder = Class.forName(className).getMethod("builder").invoke(null);
        return ((SdkPojo) builder).sdkFields();
    }
}
