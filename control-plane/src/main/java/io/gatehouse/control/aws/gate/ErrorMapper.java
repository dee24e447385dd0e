// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import io.gatehouse.control.aws.error.AwsException;
import io.gatehouse.control.aws.error.SerializationException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.handler.HttpException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one place where an exception becomes an answer: what an operation refuses, what JAX-RS refuses, and what went wrong.
 * Of the last the client learns the request id only; the log has the rest.
 */
@Provider
public final class ErrorMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ErrorMapper.class);

    private final CurrentVertxRequest current;

    ErrorMapper(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        ErrorAnswer error = answerTo(thrown, Call.of(current.getCurrent()));
        return Response.status(error.status())
                .header(ErrorAnswer.TYPE_HEADER, error.code())
                .type(ErrorAnswer.CONTENT_TYPE)
                .entity(error.body())
                .build();
    }

    static ErrorAnswer answerTo(Throwable thrown, @Nullable Call call) {
        if (thrown instanceof AwsException refusal) {
            return ErrorAnswer.of(refusal);
        }
        if (thrown instanceof NotFoundException && thrown.getCause() != null) {
            // JAX-RS answers so when it cannot read a parameter; only numbers and flags can be unreadable.
            return ErrorAnswer.of(SerializationException.of("class java.lang.String can not be converted to a Number"));
        }
        int status = statusOf(thrown);
        if (status >= 400 && status < 500) {
            return ErrorAnswer.of(Refusals.ofStatus(status, call == null ? null : call.operation()));
        }
        String what = call == null ? "a call" : call.operation().name() + ", request " + call.requestId() + ",";
        LOG.errorf(thrown, "%s failed", what);
        return ErrorAnswer.internal();
    }

    private static int statusOf(Throwable thrown) {
        return switch (thrown) {
            case WebApplicationException jaxRs -> jaxRs.getResponse().getStatus();
            case HttpException vertx -> vertx.getStatusCode();
            default -> 500;
        };
    }
}
