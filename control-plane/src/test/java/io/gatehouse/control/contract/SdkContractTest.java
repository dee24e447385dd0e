// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.control.aws.operation.Operation;
import io.gatehouse.control.aws.operation.OperationTable;
import io.gatehouse.control.aws.wire.Required;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.protocol.MarshallLocation;

/** Holds the operations of this release against the AWS SDK's own model of the API. */
class SdkContractTest {

    private static final Path LIMITS = Path.of("..", "src", "docs", "limits.md");
    private static final List<Operation> TABLE = new OperationTable().all();
    private static final List<JavaOperation> JAVA = JavaOperation.all(OperationTable.class);
    private static final Map<String, Operation> BY_NAME =
            TABLE.stream().collect(Collectors.toMap(Operation::name, Function.identity()));

    @Test
    void theTableSaysWhatTheSdkSays() {
        assertThat(TABLE).hasSize(124);
        for (Operation operation : TABLE) {
            SdkOperation sdk = SdkOperation.named(operation.name());
            String query = operation.query() == null ? "" : "?" + operation.query();
            assertThat(sdk.address().requestUri()).as(operation.name()).isEqualTo(operation.path() + query);
            assertThat(sdk.address().httpMethod().name()).as(operation.name()).isEqualTo(operation.method());
        }
    }

    @Test
    void everyOperationIsAnsweredByOneMethodOrIsListedAsMissing() throws IOException {
        List<String> answered = JAVA.stream().map(JavaOperation::name).sorted().toList();
        assertThat(answered).doesNotHaveDuplicates().isNotEmpty();
        Set<String> missing = new TreeSet<>(BY_NAME.keySet());
        answered.forEach(missing::remove);
        assertThat(listedAsMissing()).as("src/docs/limits.md").containsExactlyElementsOf(missing);
        assertThat(Files.readString(LIMITS)).contains(answered.size() + " of the 124 operations");
    }

    @Test
    void everyMethodHasTheAddressAndStatusOfItsOperation() {
        for (JavaOperation java : JAVA) {
            Operation operation =
                    Objects.requireNonNull(BY_NAME.get(java.name()), () -> java.name() + " is no operation of AWS");
            assertThat(java.verb() + " " + java.path() + " " + java.status())
                    .as(java.name())
                    .isEqualTo(operation.method() + " " + operation.path() + " " + operation.status());
        }
    }

    @Test
    void everyParameterOfPathAndQueryIsBoundByItsName() {
        for (JavaOperation java : JAVA) {
            SdkOperation sdk = SdkOperation.named(java.name());
            assertThat(java.pathParameters())
                    .as("path of %s", java.name())
                    .containsExactlyInAnyOrderElementsOf(sdk.inputNames(MarshallLocation.PATH));
            assertThat(java.queryParameters())
                    .as("query of %s", java.name())
                    .containsExactlyInAnyOrderElementsOf(sdk.inputNames(MarshallLocation.QUERY_PARAM));
            assertThat(sdk.inputNames(MarshallLocation.HEADER))
                    .as("headers of %s", java.name())
                    .isEmpty();
        }
    }

    @Test
    void everyMemberOfTheBodyIsReadUnderItsNameAndType() {
        List<String> differences = new ArrayList<>();
        for (JavaOperation java : JAVA) {
            SdkOperation sdk = SdkOperation.named(java.name());
            boolean hasBody = !sdk.inputNames(MarshallLocation.PAYLOAD).isEmpty();
            assertThat(java.body().isPresent())
                    .as("%s reads a body", java.name())
                    .isEqualTo(hasBody);
            java.body()
                    .ifPresent(body -> differences.addAll(
                            MemberComparison.differences(java.name() + "Request", body, sdk.input())));
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void everyMemberOfTheAnswerIsThereUnderItsNameAndType() {
        List<String> differences = new ArrayList<>();
        for (JavaOperation java : JAVA) {
            SdkOperation sdk = SdkOperation.named(java.name());
            Type answer = java.method().getGenericReturnType();
            if (sdk.output().isEmpty()) {
                assertThat(answer).as("%s answers nothing", java.name()).isEqualTo(void.class);
            } else {
                differences.addAll(MemberComparison.differences(java.name() + "Response", answer, sdk.output()));
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void everyMemberOfARequestSaysWhetherItHasToBeThere() {
        Set<String> silent = new TreeSet<>();
        JAVA.forEach(java -> java.body().ifPresent(body -> collectSilent(body, silent)));
        assertThat(silent).as("neither @Required nor @Nullable").isEmpty();
    }

    private static void collectSilent(Type type, Set<String> silent) {
        if (type instanceof ParameterizedType parameterized) {
            for (Type argument : parameterized.getActualTypeArguments()) {
                collectSilent(argument, silent);
            }
        } else if (type instanceof Class<?> record && record.isRecord()) {
            for (RecordComponent component : record.getRecordComponents()) {
                boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                if (!optional && !component.isAnnotationPresent(Required.class)) {
                    silent.add(record.getSimpleName() + "." + component.getName());
                }
                collectSilent(component.getGenericType(), silent);
            }
        }
    }

    /** The page that tells users which operations are missing is the list that this test goes by. */
    private static Set<String> listedAsMissing() throws IOException {
        String page = Files.readString(LIMITS);
        int from = page.indexOf("## Operations that answer 501");
        String section = page.substring(from, page.indexOf("\n## ", from + 1));
        return Pattern.compile("`([A-Z][A-Za-z]+)`")
                .matcher(section)
                .results()
                .map(MatchResult::group)
                .map(name -> name.replace("`", ""))
                .filter(name -> !name.equals("NotImplementedException"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
