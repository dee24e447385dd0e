// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.wire;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.List;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Hands the body of a request to {@link RequestDecoder} wherever an operation takes a record. */
@Provider
@Consumes(MediaType.WILDCARD)
public final class RecordReader implements ServerMessageBodyReader<Record> {

    /** Whether a parameter of an operation is read from the body. */
    static boolean isBody(Parameter parameter) {
        return parameter.getType().isRecord() && !parameter.isAnnotationPresent(BeanParam.class);
    }

    @Override
    public boolean isReadable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo operation, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(Class<Record> type, Type genericType, MediaType mediaType, ServerRequestContext context)
            throws IOException {
        Object earlier = context instanceof ResteasyReactiveRequestContext request
                ? request.getProperty(LabelFilter.VIOLATIONS)
                : null;
        List<String> violations = earlier instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        byte[] body = context.getInputStream().readAllBytes();
        return RequestDecoder.decode(
                type, body, context.getResteasyReactiveResourceInfo().getName(), violations);
    }

    /** JAX-RS' own form knows no operation, so it is never used for a request of ours. */
    @Override
    public Record readFrom(
            Class<Record> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return RequestDecoder.decode(type, body.readAllBytes(), "request", List.of());
    }
}
