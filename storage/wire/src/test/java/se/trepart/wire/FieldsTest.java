package se.trepart.wire;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FieldsTest {

    @Test
    void laysOutMembersAndIdentifiedElements() {
        assertThat(of("""
                {"a":{"b":1,"c":null},"list":[{"id":"2","x":[{"id":"9","y":true}]},{"id":"1"}],"words":["z","a"],"none":[]}"""))
                .containsExactly(Map.entry("a.b", "1"), Map.entry("list[1].id", "\"1\""), Map.entry("list[2].id", "\"2\""),
                        Map.entry("list[2].x[9].id", "\"9\""), Map.entry("list[2].x[9].y", "true"), Map.entry("words", "[\"z\",\"a\"]"));
    }

    @Test
    void putsElementsBackInOrderOfId() {
        assertThat(Fields.join(of("{\"list\":[{\"id\":\"b\"},{\"id\":\"a\"}]}")).toString())
                .isEqualTo("{\"list\":[{\"id\":\"a\"},{\"id\":\"b\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"list\":[{\"id\":\"1\"},{\"x\":2}]}", "{\"list\":[{\"id\":\"1\"},{\"id\":\"1\"}]}",
            "{\"list\":[{\"id\":7}]}", "{\"list\":[{\"id\":\"1\",\"a.b\":2}]}", "{\"o\":{\"a.b\":{\"c\":1}}}", "{\"o\":{}}",
            "{\"list\":[[1],[2]]}", "{\"o\":{\"p\":{}},\"q\":0}", "{\"form\":\"{\\\"ö\\\":\\u0000}\"}"})
    void comesBackTheSameWhateverTheShape(String json) {
        assertThat(Fields.join(of(json))).isEqualTo(Json.MAPPER.readTree(json));
    }

    @Test
    void ordersMembersOfAValueSoThatEqualValuesAreEqualText() {
        assertThat(of("{\"w\":[{\"b\":1,\"a\":2}]}")).isEqualTo(of("{\"w\":[{\"a\":2,\"b\":1}]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a..b=1", "=1", "a[1]=1", "a[1=1", "a=1 a.b=2", "a[1].id=1 a.b=2", "a=[1] a[1].id=1", "a={", "a.=1"})
    void refusesPathsThatMakeNoDocument(String fields) {
        SortedMap<String, String> laidOut = new TreeMap<>();
        for (String field : fields.split(" ")) {
            laidOut.put(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }
        assertThatThrownBy(() -> Fields.join(laidOut)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPatchHoldsOnlyWhatDiffers() {
        var before = Json.MAPPER.readTree("{\"a\":1,\"list\":[{\"id\":\"1\",\"x\":1}],\"gone\":true}");
        var after = Json.MAPPER.readTree("{\"a\":1,\"list\":[{\"id\":\"1\",\"x\":2},{\"id\":\"2\"}]}");
        assertThat(Patch.between(before, after)).containsOnlyKeys("gone", "list[1].x", "list[2].id");
        assertThat(Patch.apply(before, Patch.between(before, after))).isEqualTo(after);
    }

    private static SortedMap<String, String> of(String json) {
        return Fields.of(Json.MAPPER.readTree(json));
    }
}
