// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import io.gatehouse.control.aws.error.AwsException;
import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.aws.error.SerializationException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.handler.HttpException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one place where an exception becomes an answer: what an operation refuses, what JAX-RS refuses, and what went wrong.
 * Of the last the client learns the request id only; the log has the rest.
 */
@Provider
public final class ErrorMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ErrorMapper.class);

    /** SQL states: a text longer than its column; a text longer than an index of PostgreSQL can hold. */
    private static final Set<String> TOO_LONG = Set.of("22001", "54000");

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
        if (isTooLongToStore(thrown)) {
            return ErrorAnswer.of(BadRequestException.of("A value in the request is too long to be stored"));
        }
        int status = statusOf(thrown);
        if (status >= 400 && status < 500) {
            return ErrorAnswer.of(Refusals.ofStatus(status, call == null ? null : call.operation()));
        }
        String what = call == null ? "a call" : call.operation().name() + ", request " + call.requestId() + ",";
        LOG.errorf(thrown, "%s failed", what);
        return ErrorAnswer.internal();
    }

    /** Columns and indexes have limits where AWS names none; which value was too long the database does not say. */
    private static boolean isTooLongToStore(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && refused.getSQLState() != null) {
                return TOO_LONG.contains(refused.getSQLState());
            }
        }
        return false;
    }

    private static int statusOf(Throwable thrown) {
        return switch (thrown) {
            case WebApplicationException jaxRs -> jaxRs.getResponse().getStatus();
            case HttpException vertx -> vertx.getStatusCode();
            default -> 500;
        };
    }
}
