// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.served.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths as clients write them, and what looking them up costs. */
class RoutePathsTest {
    private static final RouteTree<String> PETS =
            tree("GET /", "GET /pets", "GET /pets/grün", "GET /pets/{id}", "GET /pets/{id}/toys", "ANY /files/{path+}");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "GET, /, GET /",
                "GET, //, GET /",
                "GET, /pets, GET /pets",
                "GET, /pets/, GET /pets",
                "GET, //pets//, GET /pets",
                "GET, /PETS, -",
                "GET, /pets%2F7, -",
                "GET, /pets/7, GET /pets/{id}",
                "GET, /pets/a%2Fb, GET /pets/{id}",
                "GET, /pets/a%2Fb/toys, GET /pets/{id}/toys",
                "GET, /pets/%2F, GET /pets/{id}",
                "GET, /pets/gr%C3%BCn, GET /pets/grün",
                "GET, /pets/gr%c3%bcn, GET /pets/grün",
                "GET, /pets/grün, GET /pets/grün",
                "GET, /pets/gr%FCn, GET /pets/{id}",
                "GET, /pets/%E2%98%83, GET /pets/{id}",
                "GET, /pets/.., GET /pets/{id}",
                "GET, /pets/7/toys/9, -",
                "HEAD, /pets, -",
                "OPTIONS, /pets, -",
                "HEAD, /files/a/b, ANY /files/{path+}",
                "OPTIONS, /files/a/b, ANY /files/{path+}",
                "BREW, /files/a, ANY /files/{path+}",
                "get, /pets, -",
                "GET, /files, -",
                "GET, /files/, -",
            })
    void aPathIsTakenByTheRoute(String verb, String path, @Nullable String route) {
        assertThat(found(PETS, verb, path)).isEqualTo(route);
    }

    @Test
    void aGreedyVariableKeepsEscapesAndInnerSlashes() {
        Match<String> match = PETS.find("GET", "/files/a%2Fb//c%20d/");
        assertThat(match).isNotNull().extracting(Match::pathParameters).isEqualTo(Map.of("path", "a%2Fb//c%20d"));
    }

    @Test
    void theMoreSpecificResourceWinsByAnyAndLosesWithoutTheVerb() {
        RouteTree<String> any = tree("ANY /test", "GET /{proxy+}");
        assertThat(found(any, "GET", "/test")).isEqualTo("ANY /test");
        RouteTree<String> other = tree("POST /test", "ANY /{id}", "GET /{proxy+}");
        assertThat(found(other, "GET", "/test")).isEqualTo("ANY /{id}");
        assertThat(found(other, "POST", "/test")).isEqualTo("POST /test");
        assertThat(found(other, "GET", "/test/more")).isEqualTo("GET /{proxy+}");
    }

    /** Every mix of a literal and a variable on twelve levels: the worst that 10,000 resources can be. */
    @Test
    void aHostilePathVisitsNoPlaceTwice() {
        int depth = 12;
        List<Route> routes = new ArrayList<>();
        for (int mix = 0; mix < 1 << depth; mix++) {
            StringBuilder path = new StringBuilder("GET ");
            for (int level = 0; level < depth; level++) {
                path.append((mix >> level & 1) == 0 ? "/a" : "/{v}");
            }
            routes.add(Routes.route(path + "/end", mix));
        }
        RouteTree<String> tree = RouteTree.of(routes, Route::id);
        String hostile = "/a".repeat(depth);
        int places = 1 << depth + 1;
        assertThat(tree.visits("GET", hostile + "/nowhere")).isLessThanOrEqualTo(places);
        assertThat(tree.visits("POST", hostile + "/end")).isLessThanOrEqualTo(2 * places);
        String longest = hostile + "/" + "%61".repeat(3_000);
        long before = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            assertThat(tree.find("GET", longest)).isNull();
        }
        System.out.printf("hostile lookup: %d us%n", (System.nanoTime() - before) / 10_000);
        assertThat(System.nanoTime() - before).isLessThan(1_000_000_000L);
    }

    @Test
    void aLookupAmongTenThousandResourcesCostsNoMoreThanThreeTimesThatOfOne() {
        RouteTree<String> one = RouteTree.of(crowd(1), Route::id);
        RouteTree<String> many = RouteTree.of(crowd(10_000), Route::id);
        long few = Long.MAX_VALUE;
        long lots = Long.MAX_VALUE;
        for (int round = 0; round < 30; round++) {
            few = Math.min(few, nanosOfThousandLookups(one, 1));
            lots = Math.min(lots, nanosOfThousandLookups(many, 10_000));
        }
        System.out.printf("lookup among 1: %d ns, among 10,000: %d ns%n", few / 1_000, lots / 1_000);
        assertThat(lots).isLessThan(3 * few);
    }

    private static List<Route> crowd(int size) {
        List<Route> routes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            routes.add(Routes.route("GET " + name(i) + "/items/{id}", i));
        }
        return routes;
    }

    private static String name(int number) {
        return "/service%05d".formatted(number).intern();
    }

    private static long nanosOfThousandLookups(RouteTree<String> tree, int size) {
        String[] paths = new String[16];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = name(i * 617 % size) + "/items/42";
        }
        long before = System.nanoTime();
        int hits = 0;
        for (int i = 0; i < 1_000; i++) {
            hits += tree.find("GET", paths[i & 15]) == null ? 0 : 1;
        }
        long took = System.nanoTime() - before;
        assertThat(hits).isEqualTo(1_000);
        return took;
    }

    private static RouteTree<String> tree(String... routes) {
        return RouteTree.of(Routes.ranked(routes), Route::id);
    }

    private static @Nullable String found(RouteTree<String> tree, String verb, String path) {
        Match<String> match = tree.find(verb, path);
        return match == null ? null : match.value();
    }
}
