package se.trepart.local.cache;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import se.trepart.local.Sample;
import se.trepart.local.cache.Drafts.Draft;
import se.trepart.local.vault.UnprotectedVault;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Drafts, set-aside files and file contents, on a real store. */
class KeptTest {

    @TempDir
    Path folder;
    LocalStore store;
    final AtomicLong minute = new AtomicLong();

    @BeforeEach
    void open() {
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return Instant.EPOCH.plusSeconds(60 * minute.incrementAndGet());
            }

            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
        store = LocalStore.open(folder, new UnprotectedVault(folder.resolve("keys")).unlock(), clock, Sample.IDS);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsTheLatestTextOfADraft() {
        store.drafts().keep("journal/1", "hej");
        store.drafts().keep("journal/1", "hej å ä ö");
        close();
        open();
        assertThat(store.drafts().find("journal/1")).map(Draft::text).contains("hej å ä ö");
        assertThat(store.drafts().find("journal/2")).isEmpty();
    }

    @Test
    void listsDraftsByPrefixNewestFirst() {
        store.drafts().keep("journal/1", "först");
        store.drafts().keep("letter/1", "annat");
        store.drafts().keep("journal/2", "sist");
        assertThat(store.drafts().startingWith("journal/")).extracting(Draft::key).containsExactly("journal/2", "journal/1");
        assertThat(store.drafts().startingWith("%")).as("no pattern").isEmpty();
        assertThat(store.drafts().startingWith("")).hasSize(3);
    }

    @Test
    void forgetsADiscardedDraft() {
        store.drafts().keep("journal/1", "hej");
        store.drafts().discard("journal/1");
        assertThat(store.drafts().find("journal/1")).isEmpty();
    }

    @Test
    void keepsSetAsideFilesWithTheirReasons() {
        SetAside.File first = new SetAside.File(Sample.IDS.get(), "ansokan.json", "/in/ansokan.json", "{".getBytes(UTF_8),
                List.of("/: filen är avkapad"), Instant.EPOCH);
        SetAside.File second = new SetAside.File(Sample.IDS.get(), "b", "/in/b", new byte[0], List.of(), Instant.EPOCH.plusSeconds(1));
        store.setAside().put(second);
        store.setAside().put(first);
        assertThat(store.setAside().all()).usingRecursiveFieldByFieldElementComparator().containsExactly(first, second);
        store.setAside().remove(first.id());
        assertThat(store.setAside().all()).usingRecursiveFieldByFieldElementComparator().containsExactly(second);
    }

    @Test
    void findsAFileContentByItsChecksum() {
        byte[] pdf = "%PDF-1.7".getBytes(UTF_8);
        String sha256 = store.attachments().put(Sample.UNIT, pdf);
        assertThat(store.attachments().put(Sample.UNIT, pdf)).isEqualTo(sha256).matches("[0-9a-f]{64}");
        assertThat(store.attachments().find(sha256)).hasValueSatisfying(found -> assertThat(found).isEqualTo(pdf));
        assertThat(store.attachments().find("0".repeat(64))).isEmpty();
    }
}
