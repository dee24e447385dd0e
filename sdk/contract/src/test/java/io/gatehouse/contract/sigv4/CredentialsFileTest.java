// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CredentialsFileTest {

    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    @Test
    void profilesBecomeCredentialsWithTheProfileAsUser(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("credentials");
        Files.writeString(file, """
                # team keys
                [default]
                aws_access_key_id=AKIDDEFAULT
                aws_secret_access_key=%s

                ; a session
                [ ann ]
                  AWS_Access_Key_Id = ASIAANN
                aws_secret_access_key = a=b=
                aws_session_token = token==
                aws_account_id = 111122223333
                region = eu-west-1

                [profile twelve]\t# the old way to say it
                aws_access_key_id = 444455556666
                aws_secret_access_key = x
                [role]
                role_arn = arn:aws:iam::111122223333:role/r
                source_profile = ann
                s3 =
                  max_concurrent_requests = 20
                """.formatted(SECRET));
        CredentialsFile credentials = CredentialsFile.read(file);
        assertThat(credentials.size()).isEqualTo(3);
        assertThat(credentials.find("AKIDDEFAULT"))
                .isEqualTo(new Credential("AKIDDEFAULT", SECRET, "000000000000", "default", null));
        assertThat(credentials.find("ASIAANN"))
                .isEqualTo(new Credential("ASIAANN", "a=b=", "111122223333", "ann", "token=="));
        assertThat(credentials.find("444455556666"))
                .isEqualTo(new Credential("444455556666", "x", "444455556666", "twelve", null));
        assertThat(credentials.find("unknown")).isNull();
    }

    @Test
    void windowsLineEndsAndAByteOrderMarkAreFine() {
        CredentialsFile credentials =
                CredentialsFile.parse("\uFEFF[a]\r\naws_access_key_id=K\r\naws_secret_access_key=S\r\n", "f");
        assertThat(credentials.find("K")).isEqualTo(new Credential("K", "S", "000000000000", "a", null));
    }

    @Test
    void errorsNameFileAndLine() {
        malformed("[a", "f, line 1: a profile's name must stand between [ and ], alone on its line");
        malformed("\n[]", "f, line 2: a profile's name must not be empty");
        malformed("[a]\n[a]", "f, line 2: profile 'a' was given before, in line 1");
        malformed("#\nx=y", "f, line 2: a [profile] must come before the first key = value");
        malformed("[a]\n" + SECRET, "f, line 2: expected [profile] or key = value");
        malformed("[a]\nb=1\nB=2", "f, line 3: b was given before in profile 'a'");
        malformed("[a]\naws_access_key_id=K", "f, line 1: profile 'a' lacks aws_secret_access_key");
        malformed("[a]\naws_secret_access_key=" + SECRET + "\n[b]", "f, line 1: profile 'a' lacks aws_access_key_id");
        malformed(profile("a", "K", "") + "\n", "f, line 1: profile 'a': the secret access key is empty");
        malformed(
                profile("a", SECRET, "K"),
                "f, line 1: profile 'a': an access key id is 1 to 128 printable characters without / , or space");
        malformed(
                profile("a", "K", "S") + "\naws_account_id=1",
                "f, line 1: profile 'a': the account id is not twelve digits");
        malformed(
                profile("a", "K", "S") + "\n" + profile("b", "K", "S"),
                "f, line 4: profile 'b' has the access key of another profile");
    }

    @Test
    void secretsAreNeverShown() {
        CredentialsFile file = CredentialsFile.parse(profile("a", "K", SECRET) + "\naws_session_token=TOKEN", "f");
        assertThat(file.toString()).isEqualTo("CredentialsFile[K]");
        assertThat(String.valueOf(file.find("K"))).isEqualTo("Credential[K of arn:aws:iam::000000000000:user/a]");
    }

    @Test
    void theDevelopmentKeyIsTest() {
        assertThat(Credentials.development().find("test"))
                .isEqualTo(new Credential("test", "test", "000000000000", "test", null));
        assertThat(Credentials.development().find("other")).isNull();
    }

    private static String profile(String name, String key, String secret) {
        return "[" + name + "]\naws_access_key_id=" + key + "\naws_secret_access_key=" + secret;
    }

    private static void malformed(String text, String message) {
        assertThatThrownBy(() -> CredentialsFile.parse(text, "f"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message)
                .hasMessageNotContaining(SECRET);
    }
}
