package se.trepart.wire;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PatchingTest {

    private static final List<String> PATHS = List.of("a", "b", "a.c", "a.c.d", "list", "list[1].id", "list[1].x", "list[2].id",
            "list[2].x", "o", "o.p", "bad..path");
    private static final List<String> VALUES = List.of("1", "\"ö\"", "{}", "{\"p\":2}", "[]", "[{\"id\":\"1\",\"x\":3}]", "[{\"y\":1}]",
            "\"2\"", "true", "null");

    @Test
    void givesWhatOnePatchAfterTheOtherGives() {
        SplittableRandom random = new SplittableRandom(20261122);
        int fitted = 0;
        for (int round = 0; round < 20_000; round++) {
            JsonNode one = Json.MAPPER.readTree("{\"b\":0,\"list\":[{\"id\":\"1\",\"x\":0}]}");
            Patching together = new Patching(one);
            for (int i = 0; i < 6; i++) {
                Map<String, Operation.Change> patch = patch(random);
                try {
                    one = Patch.apply(one, patch);
                    fitted++;
                } catch (IllegalArgumentException doesNotFit) {
                    assertThatThrownBy(() -> together.apply(patch)).isInstanceOf(IllegalArgumentException.class);
                    continue;
                }
                together.apply(patch);
            }
            assertThat(Fields.of(together.document())).as("round " + round).isEqualTo(Fields.of(one));
        }
        assertThat(fitted).isBetween(20_000, 119_000);
    }

    private static Map<String, Operation.Change> patch(SplittableRandom random) {
        Map<String, Operation.Change> patch = new TreeMap<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            JsonNode after = random.nextInt(4) == 0 ? null : Json.MAPPER.readTree(VALUES.get(random.nextInt(VALUES.size())));
            patch.put(PATHS.get(random.nextInt(PATHS.size())), new Operation.Change(null, after));
        }
        return patch;
    }
}
