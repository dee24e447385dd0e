// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.served.PathMatcher.Segment;
import io.gatehouse.contract.served.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RouteTreeTest {

    @Test
    void aLiteralWinsOverAVariableOverAGreedyOne() {
        RouteTree<String> tree = tree("GET /pets/cat", "GET /pets/{id}", "GET /pets/{rest+}");
        assertThat(found(tree, "GET", "/pets/cat")).isEqualTo("GET /pets/cat");
        assertThat(found(tree, "GET", "/pets/dog")).isEqualTo("GET /pets/{id}");
        assertThat(found(tree, "GET", "/pets/dog/toys")).isEqualTo("GET /pets/{rest+}");
    }

    @Test
    void aVerbWinsOverAny() {
        RouteTree<String> tree = tree("GET /pets", "ANY /pets");
        assertThat(found(tree, "GET", "/pets")).isEqualTo("GET /pets");
        assertThat(found(tree, "POST", "/pets")).isEqualTo("ANY /pets");
    }

    @Test
    void aLiteralThatLacksTheVerbFallsBackToItsGreedySibling() {
        RouteTree<String> tree = tree("POST /test", "OPTIONS /{proxy+}");
        assertThat(found(tree, "OPTIONS", "/test")).isEqualTo("OPTIONS /{proxy+}");
        assertThat(found(tree, "GET", "/test")).isNull();
    }

    @Test
    void aBranchThatLeadsNowhereIsLeftForTheNext() {
        RouteTree<String> tree = tree("GET /a/b/c", "GET /a/{x}/d", "GET /{y}/b/e", "GET /{rest+}");
        assertThat(found(tree, "GET", "/a/b/d")).isEqualTo("GET /a/{x}/d");
        assertThat(found(tree, "GET", "/a/b/e")).isEqualTo("GET /{y}/b/e");
        assertThat(found(tree, "GET", "/a/b/f")).isEqualTo("GET /{rest+}");
    }

    @Test
    void theLowestRankWinsWhateverTheShape() {
        RouteTree<String> tree = tree("GET /{rest+}", "GET /{id}", "GET /cat");
        assertThat(found(tree, "GET", "/cat")).isEqualTo("GET /{rest+}");
    }

    @Test
    void emptySegmentsAndATrailingSlashChangeNothing() {
        RouteTree<String> tree = tree("GET /", "GET /hardcoded", "GET /pets/{id}");
        assertThat(found(tree, "GET", "//hardcoded")).isEqualTo("GET /hardcoded");
        assertThat(found(tree, "GET", "/hardcoded/")).isEqualTo("GET /hardcoded");
        assertThat(found(tree, "GET", "/")).isEqualTo("GET /");
        assertThat(found(tree, "GET", "")).isEqualTo("GET /");
        assertThat(parameters(tree, "GET", "/pets//7/")).isEqualTo(Map.of("id", "7"));
    }

    @Test
    void aGreedyVariableKeepsDoubledSlashesAndDropsTheTrailingOne() {
        RouteTree<String> tree = tree("GET /{proxy+}");
        assertThat(parameters(tree, "GET", "/proxy-value/")).isEqualTo(Map.of("proxy", "proxy-value"));
        assertThat(parameters(tree, "GET", "/a//b/c/")).isEqualTo(Map.of("proxy", "a//b/c"));
    }

    @Test
    void aGreedyVariableNeedsASegment() {
        RouteTree<String> tree = tree("GET /pets/{rest+}");
        assertThat(found(tree, "GET", "/pets")).isNull();
        assertThat(found(tree, "GET", "/pets/")).isNull();
    }

    @Test
    void literalsCompareDecodedAndVariablesStayAsSent() {
        RouteTree<String> tree = tree("GET /pets/cat", "GET /pets/{id}");
        assertThat(found(tree, "GET", "/p%65ts/%63at")).isEqualTo("GET /pets/cat");
        assertThat(parameters(tree, "GET", "/pets/a%2Fb+c")).isEqualTo(Map.of("id", "a%2Fb+c"));
    }

    @Test
    void aMalformedEscapeIsNoError() {
        RouteTree<String> tree = tree("GET /pets/{id}");
        assertThat(parameters(tree, "GET", "/pets/%zz")).isEqualTo(Map.of("id", "%zz"));
        assertThat(found(tree, "GET", "/pet%")).isNull();
        assertThat(found(tree, "GET", "/pet%7/x")).isNull();
    }

    @Test
    void variablesOfOnePlaceKeepTheirOwnNames() {
        RouteTree<String> tree = tree("GET /users/{id}", "GET /users/{name}/pets");
        assertThat(parameters(tree, "GET", "/users/7")).isEqualTo(Map.of("id", "7"));
        assertThat(parameters(tree, "GET", "/users/7/pets")).isEqualTo(Map.of("name", "7"));
    }

    @Test
    void nothingMayFollowAGreedyVariable() {
        List<Route> routes = List.of(Routes.route(
                "GET", List.of(new Segment.Greedy("rest"), new Segment.Literal("x")), 0, "GET /{rest+}/x"));
        assertThatThrownBy(() -> RouteTree.of(routes, Route::id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTreeAgreesWithTheRulesOnRandomRoutesAndRanks() {
        Random random = new Random(20261101);
        for (int round = 0; round < 400; round++) {
            List<Route> routes = randomRoutes(random);
            RouteTree<Route> tree = RouteTree.of(routes, route -> route);
            for (int i = 0; i < 50; i++) {
                String verb = pick(random, "GET", "POST", "DELETE");
                String path = randomPath(random);
                Match<Route> match = tree.find(verb, path);
                assertThat(Optional.ofNullable(match).map(Match::value))
                        .as("%s %s in %s", verb, path, routes)
                        .isEqualTo(NaiveMatcher.find(routes, verb, path));
            }
        }
    }

    @Test
    void whatALookupCostsDoesNotDependOnTheNumberOfRoutes() {
        RouteTree<String> few = RouteTree.of(crowd(10), Route::id);
        RouteTree<String> many = RouteTree.of(crowd(10_000), Route::id);
        for (String path : List.of("/service7/items/42", "/service7/items", "/service7/unknown/x/y", "/nowhere")) {
            assertThat(many.visits("GET", path)).as(path).isEqualTo(few.visits("GET", path));
        }
    }

    /** Ten routes and more of three segments, all under different literals. */
    private static List<Route> crowd(int size) {
        List<Route> routes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            routes.add(Routes.route("GET /service" + i + "/items/{id}", i));
        }
        return routes;
    }

    private static List<Route> randomRoutes(Random random) {
        int size = 1 + random.nextInt(25);
        List<Integer> ranks = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            ranks.add(i);
        }
        Collections.shuffle(ranks, random);
        List<Route> routes = new ArrayList<>();
        for (int rank : ranks) {
            List<Segment> segments = new ArrayList<>();
            int depth = random.nextInt(5);
            for (int i = 0; i < depth; i++) {
                segments.add(
                        random.nextInt(3) == 0
                                ? new Segment.Variable("v" + i)
                                : new Segment.Literal(pick(random, "a", "b", "c")));
            }
            if (random.nextInt(4) == 0) {
                segments.add(new Segment.Greedy("rest"));
            }
            @Nullable String verb = random.nextInt(3) == 0 ? null : pick(random, "GET", "POST");
            routes.add(Routes.route(verb, segments, rank, "route" + rank));
        }
        return routes;
    }

    private static String randomPath(Random random) {
        StringBuilder path = new StringBuilder();
        int depth = random.nextInt(6);
        for (int i = 0; i < depth; i++) {
            path.append(pick(random, "/", "/", "/", "//")).append(pick(random, "a", "b", "c", "d", "%61", "%62"));
        }
        return path.append(pick(random, "", "", "/")).toString();
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static RouteTree<String> tree(String... routes) {
        return RouteTree.of(Routes.ranked(routes), Route::id);
    }

    private static @Nullable String found(RouteTree<String> tree, String verb, String path) {
        Match<String> match = tree.find(verb, path);
        return match == null ? null : match.value();
    }

    private static Map<String, String> parameters(RouteTree<String> tree, String verb, String path) {
        return Objects.requireNonNull(tree.find(verb, path)).pathParameters();
    }
}
