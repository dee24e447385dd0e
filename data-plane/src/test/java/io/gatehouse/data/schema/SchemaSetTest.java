// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas that refer to one another, and those that cannot be used. */
class SchemaSetTest {
    private static final String BASE = "https://apigateway.amazonaws.com/restapis/a1/models/";

    private final Map<String, String> texts = new HashMap<>();
    private final SchemaSet set = new SchemaSet(texts);

    private void model(String name, String schema) {
        texts.put(BASE + name, schema.replace('\'', '"'));
    }

    private List<String> check(String name, String json) {
        return set.at(BASE + name).check(json.replace('\'', '"'));
    }

    @Test
    void aModelRefersToAnotherAndToAPartOfIt() {
        model("Bin", "{'definitions':{'price/~ %':{'type':'number'}},'required':['price']}");
        model(
                "Shop",
                "{'properties':{'bin':{'$ref':'" + BASE + "Bin'},"
                        + "'price':{'$ref':'" + BASE + "Bin#/definitions/price~1~0%20%25'},"
                        + "'own':{'$ref':'#/properties/bin'},'short':{'$ref':'Bin'}}}");

        assertThat(check("Shop", "{'bin':{'price':1},'price':2,'own':{'price':3},'short':{'price':4}}"))
                .isEmpty();
        assertThat(check("Shop", "{'bin':{},'price':'2','own':{},'short':{}}")).hasSize(4);
        assertThat(set.newProblems()).isEmpty();
    }

    @Test
    void modelsMayReferToOneAnotherInACircle() {
        model("Tree", "{'type':'object','properties':{'children':{'$ref':'" + BASE + "Forest'}},'required':['name']}");
        model("Forest", "{'type':'array','items':{'$ref':'" + BASE + "Tree'}}");

        assertThat(check("Tree", "{'name':1,'children':[{'name':2,'children':[]},{'name':3}]}"))
                .isEmpty();
        assertThat(check("Tree", "{'name':1,'children':[{'name':2,'children':[{}]}]}"))
                .containsExactly("object has missing required properties ([\"name\"])");
    }

    @Test
    void aReferenceToItselfRefusesInsteadOfTurningForEver() {
        model("Loop", "{'$ref':'#'}");
        model("Ping", "{'allOf':[{'$ref':'" + BASE + "Pong'}]}");
        model("Pong", "{'anyOf':[{'$ref':'" + BASE + "Ping'}]}");

        assertThat(check("Loop", "1")).singleElement().asString().contains("without end");
        assertThat(check("Ping", "1")).singleElement().asString().contains("without end");
    }

    @Test
    void whatStandsBesideAReferenceIsIgnoredAndAPropertyMayBeCalledRef() {
        model("A", "{'definitions':{'n':{'type':'number'}},'$ref':'#/definitions/n','type':'string'}");
        model("B", "{'properties':{'$ref':{'type':'string'}}}");

        assertThat(check("A", "1")).isEmpty();
        assertThat(check("B", "{'$ref':1}")).hasSize(1);
    }

    @Test
    void theSchemaOfSchemasNeedsNoNetwork() {
        model(
                "Any",
                "{'$schema':'http://json-schema.org/draft-04/schema#',"
                        + "'$ref':'http://json-schema.org/draft-04/schema#'}");

        assertThat(check("Any", "{'type':'string','items':{'minLength':1}}")).isEmpty();
        assertThat(check("Any", "{'items':{'minLength':-1}}")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'$ref':'http://127.0.0.1:1/schema.json'}",
                "{'$ref':'https://apigateway.amazonaws.com/restapis/other/models/A'}",
                "{'$ref':'#/nowhere'}",
                "{'$ref':'#name'}",
                "{'$ref':'::'}",
                "{'$ref':'#/%zz'}",
                "no JSON",
                "",
                "[]",
                "true",
                "{'type':'thing'}",
                "{'type':5}",
                "{'required':true}",
                "{'required':[]}",
                "{'maximum':'1'}",
                "{'minimum':1,'exclusiveMinimum':1}",
                "{'maxLength':-1}",
                "{'multipleOf':0}",
                "{'pattern':'('}",
                "{'items':1}",
                "{'properties':[]}",
                "{'enum':[]}",
                "{'not':1}",
                "{'allOf':{}}",
                "{'dependencies':[]}",
            })
    void aSchemaThatCannotBeUsedChecksNothingAndHarmsNoOther(String schema) {
        model("Broken", schema);
        model("Good", "{'type':'null'}");

        JsonSchema broken = set.at(BASE + "Broken");
        assertThatThrownBy(() -> broken.check("{}")).isInstanceOf(UnusableSchemaException.class);
        assertThat(set.newProblems()).singleElement().asString().startsWith(BASE);
        assertThat(set.newProblems()).isEmpty();
        assertThat(check("Good", "null")).isEmpty();
        assertThat(check("Good", "1")).hasSize(1);
    }

    @Test
    void aPartThatCannotBeUsedIsRefusedWhereItDecides() {
        model("Part", "{'properties':{'a':{'$ref':'http://example.com/gone'}}}");
        JsonSchema part = set.at(BASE + "Part");

        assertThat(set.newProblems()).hasSize(1);
        assertThat(part.check("{}")).isEmpty();
        assertThatThrownBy(() -> part.check("{\"a\":1}"))
                .isInstanceOf(UnusableSchemaException.class)
                .hasMessage("there is no schema http://example.com/gone");
    }

    @Test
    void aModelThatIsNotThereChecksNothing() {
        assertThatThrownBy(() -> check("Absent", "{}")).isInstanceOf(UnusableSchemaException.class);
    }
}
