package se.trepart.local.sync;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;

import se.trepart.local.Sample;
import se.trepart.local.cache.Intent;
import se.trepart.model.casefile.CaseFile;
import se.trepart.wire.ChangesPage.Checkpoint;
import se.trepart.wire.ChangesPage.KeyHandOver;
import se.trepart.wire.ChangesPage.SigningKey;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Signed heads of the central store's audit chain: the first key is believed, and nothing that it has not signed. */
class SignedChainTest extends OneWorkstation {

    final CaseFile file = Sample.caseFile("2026-00417");
    final KeyPair keys = pair();

    @BeforeEach
    void fetchFromAStoreThatSigns() {
        central.put(file);
        central.signing = key(keys);
        central.checkpoint = signed(1, "00", keys);
        sync();
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String verifying(KeyPair keys) {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    private static SigningKey key(KeyPair keys, KeyHandOver... handOvers) {
        return new SigningKey(verifying(keys), List.of(handOvers));
    }

    private static KeyHandOver handOver(KeyPair from, KeyPair to, KeyPair by) {
        return new KeyHandOver(verifying(from), verifying(to), signature(KeyHandOver.text(verifying(from), verifying(to)), by));
    }

    private Checkpoint signed(long seq, String hash, KeyPair by) {
        return new Checkpoint(seq, hash, central.now, signature(Checkpoint.text(seq, hash, central.now), by));
    }

    private static String signature(byte[] text, KeyPair by) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(by.getPrivate());
            signature.update(text);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void newsFromNowOn() {
        central.put(Sample.running(file));
    }

    private void takesNothing() {
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(this::sync).isInstanceOfSatisfying(TransportProblem.class,
                    problem -> assertThat(problem.kind()).isEqualTo(SyncStatus.Problem.SERVER_CONTRADICTS));
            assertThat(documents.find(CaseFile.class, file.id())).as("what was there").contains(file);
        }
        openAgain();
        assertThatThrownBy(this::sync).as("after a restart too").isInstanceOf(TransportProblem.class);
    }

    private void takesIt() {
        sync();
        assertThat(documents.find(CaseFile.class, file.id())).contains(Sample.running(file));
    }

    @Test
    void takesWhatTheFirstKeyHasSigned() {
        newsFromNowOn();
        central.checkpoint = signed(2, "00", keys);
        takesIt();
    }

    @Test
    void refusesAHeadThatTheKeyHasNotSigned() {
        newsFromNowOn();
        central.checkpoint = signed(2, "00", pair());
        takesNothing();
        central.checkpoint = signed(2, "00", keys);
        takesIt();
    }

    @Test
    void refusesASignatureOfAnotherHead() {
        newsFromNowOn();
        Checkpoint first = signed(1, "00", keys);
        central.checkpoint = new Checkpoint(2, first.hash(), first.at(), first.signature());
        takesNothing();
    }

    @Test
    void refusesAnotherKeyAlsoWhenItHasSigned() {
        newsFromNowOn();
        KeyPair other = pair();
        central.signing = key(other);
        central.checkpoint = signed(2, "00", other);
        takesNothing();
    }

    @Test
    void refusesAnotherKeyBeforeItHasSignedAnything() {
        newsFromNowOn();
        central.signing = key(pair());
        takesNothing();
        central.signing = key(keys);
        takesIt();
    }

    @Test
    void believesTheKeyThatItsOwnHasHandedOverToAndTheOldOneNoMore() {
        newsFromNowOn();
        KeyPair next = pair();
        central.signing = key(next, handOver(keys, next, keys));
        central.checkpoint = signed(2, "00", next);
        takesIt();
        openAgain();
        central.put(Sample.handedTo(file, Sample.IDS.get()));
        central.checkpoint = signed(3, "00", keys);
        assertThatThrownBy(this::sync).as("signed by the old one").isInstanceOf(TransportProblem.class);
        central.signing = key(keys);
        assertThatThrownBy(this::sync).as("the old one put back").isInstanceOf(TransportProblem.class);
        central.signing = key(next, handOver(keys, next, keys));
        central.checkpoint = signed(3, "00", next);
        sync();
    }

    @Test
    void followsHandOversThatWereMadeWhileItWasAway() {
        newsFromNowOn();
        KeyPair second = pair();
        KeyPair third = pair();
        central.signing = key(third, handOver(pair(), second, keys), handOver(keys, second, keys), handOver(second, third, second));
        central.checkpoint = signed(2, "00", third);
        takesIt();
    }

    @Test
    void refusesAHandOverThatItsOwnKeyHasNotSigned() {
        newsFromNowOn();
        KeyPair next = pair();
        central.signing = key(next, handOver(keys, next, next));
        central.checkpoint = signed(2, "00", next);
        takesNothing();
        central.signing = key(next, handOver(keys, pair(), keys));
        takesNothing();
    }

    @Test
    void believesNoOtherKeyOfARestoredStoreEither() {
        KeyPair other = pair();
        central.signing = key(other);
        central.restoreTo(0);
        central.put(Sample.note(file.id(), "annan historia"));
        central.checkpoint = signed(1, "00", other);
        assertThatThrownBy(this::sync).isInstanceOf(TransportProblem.class);
    }

    @Test
    void refusesAStoreThatSignsNoMore() {
        newsFromNowOn();
        central.checkpoint = null;
        takesNothing();
    }

    @Test
    void verifiesWithTheKeyItKeptWhenTheStoreSaysNone() {
        newsFromNowOn();
        central.signing = null;
        central.checkpoint = signed(2, "00", pair());
        takesNothing();
        central.checkpoint = signed(2, "00", keys);
        takesIt();
    }

    @Test
    void refusesASignedHeadThatIsNotTheOneItWasShown() {
        newsFromNowOn();
        central.checkpoint = signed(1, "ff", keys);
        takesNothing();
    }

    @Test
    void refusesASignedHeadBeyondTheEndOfTheChain() {
        newsFromNowOn();
        central.checkpoint = signed(3, "00", keys);
        takesNothing();
    }

    @Test
    void keepsTheUsersOwnWorkMeanwhile() {
        newsFromNowOn();
        central.checkpoint = null;
        documents.save(Intent.create(Sample.note(file.id(), "skriven ändå")));
        assertThatThrownBy(this::sync).isInstanceOf(TransportProblem.class);
        central.checkpoint = signed(1, "00", keys);
        takesIt();
        assertThat(store.feed().unsent()).isZero();
    }
}
