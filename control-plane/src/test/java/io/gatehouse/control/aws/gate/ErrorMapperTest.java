// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.control.aws.Caller;
import io.gatehouse.control.aws.error.AwsException;
import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.aws.error.ConflictException;
import io.gatehouse.control.aws.error.LimitExceededException;
import io.gatehouse.control.aws.error.NotFoundException;
import io.gatehouse.control.aws.error.ServiceUnavailableException;
import io.gatehouse.control.aws.error.TooManyRequestsException;
import io.gatehouse.control.aws.error.UnauthorizedException;
import io.gatehouse.control.aws.operation.Operation;
import io.vertx.ext.web.handler.HttpException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotSupportedException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorMapperTest {

    private static final Call CALL = new Call(
            Caller.of("test", "us-east-1"), new Operation("GetApiKeys", "GET", "/apikeys", null, 200), "request-1");

    @Test
    void aRefusalKeepsItsStatusCodeAndMessage() {
        record Expected(AwsException thrown, int status, String code) {}
        for (Expected expected : List.of(
                new Expected(BadRequestException.of("m"), 400, "BadRequestException"),
                new Expected(UnauthorizedException.of("m"), 401, "UnauthorizedException"),
                new Expected(NotFoundException.of("m"), 404, "NotFoundException"),
                new Expected(ConflictException.of("m"), 409, "ConflictException"),
                new Expected(LimitExceededException.of("m"), 429, "LimitExceededException"),
                new Expected(TooManyRequestsException.of("m"), 429, "TooManyRequestsException"),
                new Expected(ServiceUnavailableException.of("m"), 503, "ServiceUnavailableException"))) {
            assertThat(ErrorMapper.answerTo(expected.thrown, CALL))
                    .isEqualTo(new ErrorAnswer(expected.status, expected.code, "m"));
        }
    }

    @Test
    void ofAFaultOfOursTheClientLearnsNothing() {
        assertThat(ErrorMapper.answerTo(new IllegalStateException("secret"), CALL))
                .isEqualTo(new ErrorAnswer(500, "InternalFailure", "Internal server error"));
        assertThat(ErrorMapper.answerTo(new IllegalStateException("secret"), null)
                        .body())
                .isEqualTo("{\"message\":\"Internal server error\"}");
    }

    @Test
    void anOperationThatNoMethodAnswersIsNamed() {
        assertThat(ErrorMapper.answerTo(new jakarta.ws.rs.NotFoundException(), CALL)
                        .status())
                .isEqualTo(501);
        assertThat(ErrorMapper.answerTo(new NotAllowedException("PUT"), CALL))
                .isEqualTo(new ErrorAnswer(
                        501,
                        "NotImplementedException",
                        "GetApiKeys is not supported by Gatehouse yet. See src/docs/limits.md for what is."));
    }

    @Test
    void anUnreadableParameterIsTheClientsFault() {
        assertThat(ErrorMapper.answerTo(new jakarta.ws.rs.NotFoundException(new NumberFormatException("abc")), CALL)
                        .code())
                .isEqualTo("SerializationException");
    }

    @Test
    void otherRefusalsOfTheLayersBelowAreBadRequests() {
        assertThat(ErrorMapper.answerTo(new NotSupportedException(), CALL).status())
                .isEqualTo(400);
        assertThat(ErrorMapper.answerTo(new HttpException(400), CALL).status()).isEqualTo(400);
        assertThat(ErrorMapper.answerTo(new HttpException(413), CALL).status()).isEqualTo(413);
    }

    @Test
    void aValueThatIsTooLongForItsColumnIsTheClientsFault() {
        for (String state : List.of("22001", "54000")) {
            assertThat(ErrorMapper.answerTo(new IllegalStateException(new SQLException("secret", state)), CALL))
                    .isEqualTo(new ErrorAnswer(
                            400, "BadRequestException", "A value in the request is too long to be stored"));
        }
        assertThat(ErrorMapper.answerTo(new IllegalStateException(new SQLException("secret", "23505")), CALL)
                        .status())
                .isEqualTo(500);
    }

    @Test
    void aMessageOfAnyLengthIsCut() {
        assertThat(ErrorMapper.answerTo(BadRequestException.of("x".repeat(10_000_000)), CALL)
                        .message())
                .hasSize(ErrorAnswer.LONGEST_MESSAGE + 3);
    }

    @Test
    void aMessageIsEscapedInItsBody() {
        assertThat(new ErrorAnswer(400, "X", "a \"b\"\n\\").body()).isEqualTo("{\"message\":\"a \\\"b\\\"\\n\\\\\"}");
    }
}
