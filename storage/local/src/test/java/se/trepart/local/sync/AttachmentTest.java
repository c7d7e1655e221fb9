package se.trepart.local.sync;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import se.trepart.local.Sample;
import se.trepart.local.cache.Intent;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterKind;
import se.trepart.wire.Operation;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files go out before the changes that name them, hold up nothing else, and come when somebody wants to see them. */
class AttachmentTest extends OneWorkstation {

    final byte[] pdf = new byte[2_500_000];
    final CaseFile file = Sample.caseFile("2026-00417");

    @BeforeEach
    void start() {
        new Random(1).nextBytes(pdf);
        sync();
        central.calls.clear();
    }

    private Letter naming(String sha256) {
        return new Letter(Sample.IDS.get(), Sample.UNIT, file.id(), file.id(), LetterKind.GRANTED, Sample.DAY, file.id(), file.id(),
                "beslut-1", "", "", null, null, sha256, null);
    }

    private List<String> calls() {
        return central.calls.stream().filter(call -> call.matches("(push|head|upload|download).*")).toList();
    }

    @Test
    void goesOutInPiecesBeforeTheChangeThatNamesIt() {
        Letter letter = naming(store.attachments().put(Sample.UNIT, pdf));
        documents.save(Intent.create(letter));
        sync();
        assertThat(calls()).containsExactly("push", "head", "upload 0", "upload 1000000", "upload 2000000", "push");
        assertThat(central.pushes.getFirst().operations()).as("only asks how far it has come").isEmpty();
        assertThat(central.blobs.get(CentralInMemory.sha256(pdf))).isEqualTo(pdf);
        assertThat(central.body(letter.id())).isNotNull();
        openAgain();
        assertThat(store.attachments().find(CentralInMemory.sha256(pdf))).hasValueSatisfying(kept -> assertThat(kept).isEqualTo(pdf));
    }

    @Test
    void goesOnWhereTheNetworkFailed() {
        documents.save(Intent.create(naming(store.attachments().put(Sample.UNIT, pdf))));
        central.blobs.put(CentralInMemory.sha256(pdf), Arrays.copyOf(pdf, 1_000_000));
        sync();
        assertThat(calls()).contains("upload 1000000").doesNotContain("upload 0");
    }

    @Test
    void holdsUpNothingElse() {
        Letter letter = naming(store.attachments().put(Sample.UNIT, pdf));
        documents.save(Intent.create(letter));
        JournalNote note = Sample.note(file.id(), "ska fram ändå");
        documents.save(Intent.create(note));
        central.blobFaults.add(CentralInMemory.problem(SyncStatus.Problem.NO_NETWORK, "no_answer"));
        assertThatThrownBy(this::sync).isInstanceOf(TransportProblem.class);
        assertThat(central.body(note.id())).isNotNull();
        assertThat(central.body(letter.id())).isNull();
        assertThat(store.feed().unsent()).isEqualTo(1);
        openAgain();
        sync();
        assertThat(central.body(letter.id())).isNotNull();
        assertThat(central.applied).hasSize(2);
        assertThat(central.pushes.stream().flatMap(push -> push.operations().stream())).extracting(Operation::clientSeq)
                .containsExactly(1L, 2L);
    }

    @Test
    void stopsNothingWhenTheCentralStoreWillNotHaveIt() {
        Letter letter = naming(store.attachments().put(Sample.UNIT, pdf));
        documents.save(Intent.create(letter));
        central.blobFaults.add(CentralInMemory.problem(SyncStatus.Problem.UNEXPECTED, "too_large"));
        sync();
        assertThat(store.feed().unsent()).isZero();
        assertThat(central.body(letter.id())).isNotNull();
        assertThat(store.attachments().find(CentralInMemory.sha256(pdf))).isPresent();
    }

    @Test
    void comesWhenSomebodyWantsToSeeItAndGoesOnWhereItStopped() {
        String sha256 = CentralInMemory.sha256(pdf);
        central.blobs.put(sha256, pdf);
        assertThat(store.attachments().find(sha256)).isEmpty();
        store.attachments().keep(Sample.UNIT, sha256, 0, Arrays.copyOf(pdf, 1 << 20));
        openAgain();
        Downloading downloading = new Downloading(store.attachments(), central);
        assertThat(downloading.fetch(Sample.UNIT, sha256)).isEqualTo(pdf);
        assertThat(calls()).containsExactly("download 1048576", "download 2097152");
        assertThat(store.attachments().find(sha256)).hasValueSatisfying(kept -> assertThat(kept).isEqualTo(pdf));
    }

    @Test
    void takesNoOtherContentThanTheOneNamed() {
        String sha256 = CentralInMemory.sha256(pdf);
        byte[] other = pdf.clone();
        other[7] ^= 1;
        central.blobs.put(sha256, other);
        assertThatThrownBy(() -> new Downloading(store.attachments(), central).fetch(Sample.UNIT, sha256))
                .isInstanceOf(TransportProblem.class);
        assertThat(store.attachments().find(sha256)).isEmpty();
        central.blobs.put(sha256, pdf);
        assertThat(new Downloading(store.attachments(), central).fetch(Sample.UNIT, sha256)).isEqualTo(pdf);
    }
}
