// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.aws.error.SerializationException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestLineTest {

    @Test
    void whatIsNoUriIsRefused() {
        for (String target :
                List.of("/a%", "/a%2", "/a%zz", "/a?b=%", "/a|b", "/a\"", "/\u00e4", "/a\\b", "http://[")) {
            assertThatThrownBy(() -> RequestLine.check(target)).as(target).isInstanceOf(BadRequestException.class);
        }
    }

    @Test
    void escapesThatAreNoUtf8AreRefused() {
        for (String target : List.of("/%ff", "/%c0%af", "/%ed%a0%80", "/a?b=%e2%82")) {
            assertThatThrownBy(() -> RequestLine.check(target)).as(target).isInstanceOf(BadRequestException.class);
        }
    }

    @Test
    void textThatCannotBeStoredIsRefused() {
        for (String target : List.of("/a%00", "/a?b=%00", "/a?%00")) {
            assertThatThrownBy(() -> RequestLine.check(target)).as(target).isInstanceOf(SerializationException.class);
        }
    }

    @Test
    void allElseIsATarget() {
        for (String target : List.of("/", "//a", "/a%2Fb", "/%F0%9F%98%80?a=%25", "/a;b?c=[]&d=+", "*", "http://h/a")) {
            assertThatCode(() -> RequestLine.check(target)).as(target).doesNotThrowAnyException();
        }
    }
}
