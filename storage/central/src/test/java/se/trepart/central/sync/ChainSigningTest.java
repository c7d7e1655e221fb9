package se.trepart.central.sync;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import se.trepart.central.Office;
import se.trepart.central.Office.Desk;
import se.trepart.central.audit.KeyFile;
import se.trepart.central.audit.KeyHandOvers;
import se.trepart.wire.ChangesPage.Chain;
import se.trepart.wire.ChangesPage.Checkpoint;
import se.trepart.wire.ChangesPage.SigningKey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The chain's head is signed with a key that the database does not have. */
class ChainSigningTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T08:00:00Z"));
    private Office office;
    private Desk anna;
    private KeyPair keys;
    private ChainSigning signing;
    private String verifying;

    @BeforeEach
    void open() throws Exception {
        office = new Office();
        anna = office.desk(office.anna);
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        verifying = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        signing = new ChainSigning(office.store, keys.getPrivate(), now::get);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void signsAtMostOnceAnHourAndOnlyWhenTheChainHasMoved() {
        assertThat(signing.signIfDue()).isPresent();
        anna.send(anna.create(Office.caseFile(Office.NORTH)));
        assertThat(signing.signIfDue()).isEmpty();
        now.set(now.get().plus(Duration.ofHours(1)));
        assertThat(signing.signIfDue()).isPresent();
        now.set(now.get().plus(Duration.ofHours(1)));
        assertThat(signing.signIfDue()).isEmpty();
        assertThat(office.admin.verify()).isEmpty();
    }

    @Test
    void givesTheSignedHeadWithEveryPage() {
        assertThat(anna.pull(0).chain().checkpoint()).isNull();
        Checkpoint signed = signing.signIfDue().orElseThrow();
        Chain chain = anna.pull(0).chain();
        assertThat(chain.checkpoint()).isEqualTo(signed);
        assertThat(signed.hash()).isEqualTo(chain.hash());
        assertThat(chain.signing()).as("this one was not told of any").isNull();
        SigningKey told = new SigningKey(verifying, List.of());
        SyncService signs = new SyncService(office.store, _ -> null, now::get, Office::id, told);
        assertThat(signs.changes(anna.caller, null, 0, 10, Duration.ZERO).chain().signing()).isEqualTo(told);
        assertThat(signed.signedBy(verifying)).isTrue();
        assertThat(new Checkpoint(signed.seq() + 1, signed.hash(), signed.at(), signed.signature()).signedBy(verifying)).isFalse();
        assertThat(new Checkpoint(signed.seq(), "00", signed.at(), signed.signature()).signedBy(verifying)).isFalse();
    }

    @Test
    void findsAChainThatIsNotTheOneThatWasSigned() throws Exception {
        signing.signIfDue();
        try (Connection db = office.database.owner().getConnection(); Statement statement = db.createStatement()) {
            statement.execute("set search_path = trepart");
            statement.execute("alter table checkpoint disable trigger user");
            statement.execute("update checkpoint set hash = set_byte(hash, 3, get_byte(hash, 3) # 1)");
        }
        assertThat(office.admin.verify()).get().extracting(b -> b.what()).isEqualTo("checkpoint");
    }

    @Test
    void readsTheKeysThatOpensslWrites(@TempDir Path folder) throws Exception {
        Path secret = pem(folder.resolve("key.pem"), "PRIVATE KEY", keys.getPrivate().getEncoded());
        Path open = pem(folder.resolve("pub.pem"), "PUBLIC KEY", keys.getPublic().getEncoded());
        Checkpoint signed = new ChainSigning(office.store, KeyFile.privateKey(secret), now::get).signIfDue().orElseThrow();
        assertThat(KeyFile.verifying(KeyFile.privateKey(secret))).as("the other half of the pair, out of the secret one alone")
                .isEqualTo(Base64.getEncoder().encodeToString(KeyFile.publicKey(open).getEncoded()));
        assertThat(signed.signedBy(KeyFile.verifying(KeyFile.privateKey(secret)))).isTrue();
        assertThat(signed.signedBy("no key")).isFalse();
    }

    @Test
    void signsAtOnceWithANewKeyThatTheOldOneHasHandedOverTo(@TempDir Path folder) throws Exception {
        KeyPair next = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path file = pem(folder.resolve("key.pem"), "PRIVATE KEY", keys.getPrivate().getEncoded());
        Path newFile = pem(folder.resolve("new.pem"), "PRIVATE KEY", next.getPrivate().getEncoded());
        assertThat(KeyHandOvers.read(file)).isEqualTo(new SigningKey(verifying, List.of()));
        assertThatThrownBy(() -> KeyHandOvers.change(file, file)).isInstanceOf(IllegalArgumentException.class);
        signing.signIfDue();
        anna.send(anna.create(Office.caseFile(Office.NORTH)));

        KeyHandOvers.change(file, newFile);
        SigningKey told = KeyHandOvers.read(file);
        assertThat(told.key()).isEqualTo(Base64.getEncoder().encodeToString(next.getPublic().getEncoded()));
        assertThat(told.after(verifying)).as("who believed the old one believes it").isEqualTo(told.key());
        Checkpoint signed = new ChainSigning(office.store, KeyFile.privateKey(file), now::get).signIfDue().orElseThrow();
        assertThat(signed.signedBy(told.key())).isTrue();
        assertThat(new ChainSigning(office.store, KeyFile.privateKey(file), now::get).signIfDue()).as("then once an hour").isEmpty();
    }

    @Test
    void aChangeThatWasBrokenOffLeavesTheOldKeyTheOne(@TempDir Path folder) throws Exception {
        KeyPair next = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path file = pem(folder.resolve("key.pem"), "PRIVATE KEY", keys.getPrivate().getEncoded());
        KeyHandOvers.change(file, pem(folder.resolve("new.pem"), "PRIVATE KEY", next.getPrivate().getEncoded()));
        pem(file, "PRIVATE KEY", keys.getPrivate().getEncoded());
        assertThat(KeyHandOvers.read(file)).isEqualTo(new SigningKey(verifying, List.of()));
        KeyHandOvers.change(file, pem(folder.resolve("new.pem"), "PRIVATE KEY", next.getPrivate().getEncoded()));
        assertThat(KeyHandOvers.read(file).after(verifying)).isNotEqualTo(verifying);
    }

    private static Path pem(Path file, String what, byte[] key) throws Exception {
        return Files.writeString(file,
                "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END " + what + "-----\n");
    }
}
