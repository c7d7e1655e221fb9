package se.trepart.central.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import se.trepart.central.sync.CentralStore.Version;
import se.trepart.wire.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody else has typed for hours in the letter that this workstation has typed in without network. */
class HistoryTest {

    private static final EntityKey LETTER = new EntityKey("LETTER", UUID.randomUUID());
    private static final UUID HERE = UUID.randomUUID();
    private static final UUID THERE = UUID.randomUUID();

    @Test
    void isTheDocumentAsItWasKnownWithTheOwnChangesSince() {
        List<Version> versions = List.of(version(1, THERE, "a", "x"), version(2, THERE, "b", "x"), version(3, HERE, "b", "y"),
                version(4, THERE, "c", "y"));
        History history = new History(HERE, versions);
        assertThat(history.asSeen(now(4, "c", "y"), 1)).containsEntry("why", "\"a\"").containsEntry("whatNow", "\"y\"");
        assertThat(history.asSeen(now(4, "c", "y"), 2)).containsEntry("why", "\"b\"").containsEntry("whatNow", "\"y\"");
        assertThat(history.asSeen(now(4, "c", "y"), 4)).containsEntry("why", "\"c\"");
    }

    /** A workstation gives up after half a minute and sends the same again: a batch that takes longer stops it for good. */
    @Test
    @Timeout(10)
    void aBatchDoesNotGoThroughEveryVersionForEachOfItsOperations() {
        List<Version> versions = new ArrayList<>();
        for (int i = 1; i <= 12_000; i++) {
            versions.add(version(i, THERE, "text " + i + " lång ".repeat(100), "x"));
        }
        History history = new History(HERE, versions);
        Entity now = new Entity(LETTER, UUID.randomUUID(), null, 12_000, false, versions.getLast().body(), THERE);
        for (int base = 1; base <= 500; base++) {
            assertThat(history.asSeen(now, base).get("why")).startsWith("\"text " + base + " ");
        }
    }

    private static Version version(long number, UUID device, String why, String whatNow) {
        return new Version(LETTER, number, device, body(why, whatNow), Instant.EPOCH);
    }

    private static Entity now(long number, String why, String whatNow) {
        return new Entity(LETTER, UUID.randomUUID(), null, number, false, body(why, whatNow), THERE);
    }

    private static JsonNode body(String why, String whatNow) {
        return Json.MAPPER.createObjectNode().put("id", LETTER.id().toString()).put("why", why).put("whatNow", whatNow);
    }
}
