package se.trepart.local.cache;

import java.util.Optional;
import java.util.UUID;

import se.trepart.wire.ChangesPage;
import se.trepart.wire.ChangesPage.Checkpoint;
import se.trepart.wire.ChangesPage.SigningKey;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The head of the central store's audit chain as this workstation has seen it, by epoch (kedja): a store that says something else lies. Its
 * signed heads are verified with the first key that was seen, which is kept; another one is believed only when the kept one has handed over
 * to it, and the old one is not believed after that.
 */
final class Chain {

    private record Head(long seq, String hash, long checkpointSeq, String checkpointHash) {}

    private static final Head NONE = new Head(0, "", 0, "");

    private Chain() {}

    static void keep(Handle handle, UUID epoch, ChangesPage.Chain chain) {
        Checkpoint checkpoint = chain.checkpoint();
        handle.createUpdate("""
                insert into chain_head (epoch, seq, hash, checkpoint_seq, checkpoint_hash) values (:epoch, :seq, :hash, :cseq, :chash)
                on conflict (epoch) do update set seq = excluded.seq, hash = excluded.hash,
                 checkpoint_hash = iif(excluded.checkpoint_seq > checkpoint_seq, excluded.checkpoint_hash, checkpoint_hash),
                 checkpoint_seq = max(checkpoint_seq, excluded.checkpoint_seq)""")
                .bind("epoch", epoch)
                .bind("seq", chain.seq())
                .bind("hash", chain.hash())
                .bind("cseq", checkpoint == null ? 0 : checkpoint.seq())
                .bind("chash", checkpoint == null ? "" : checkpoint.hash())
                .execute();
        SigningKey signing = chain.signing();
        if (signing != null) {
            // the first one, or what the kept one has handed over to: another would not fit
            handle.execute("insert into meta (name, value) values ('chain_key', ?) on conflict (name) do update set value = excluded.value",
                    (Object) signing.key().getBytes(UTF_8));
        }
    }

    static boolean knows(Handle handle, ChangesPage page) {
        ChangesPage.Chain chain = page.chain();
        Checkpoint checkpoint = chain.checkpoint();
        return head(handle, page.epoch()).filter(head -> head.seq == chain.seq() && head.hash.equals(chain.hash()))
                .filter(head -> checkpoint == null || checkpoint.seq() <= head.checkpointSeq)
                .isPresent() && (chain.signing() == null || key(handle).filter(chain.signing().key()::equals).isPresent());
    }

    static boolean fits(Handle handle, ChangesPage page) {
        Head head = head(handle, page.epoch()).orElse(NONE);
        ChangesPage.Chain chain = page.chain();
        boolean grown = chain.seq() > head.seq || chain.seq() == head.seq && chain.hash().equals(head.hash);
        return (head == NONE || grown) && fits(chain, head) && signed(chain, head, key(handle));
    }

    private static boolean fits(ChangesPage.Chain chain, Head head) {
        Checkpoint checkpoint = chain.checkpoint();
        if (checkpoint == null) {
            // there has been one, and what has been signed is never unsigned again
            return head.checkpointSeq == 0;
        }
        return checkpoint.seq() <= chain.seq() && same(checkpoint.seq(), checkpoint.hash(), chain.seq(), chain.hash())
                && same(checkpoint.seq(), checkpoint.hash(), head.checkpointSeq, head.checkpointHash)
                && same(checkpoint.seq(), checkpoint.hash(), head.seq, head.hash);
    }

    private static boolean signed(ChangesPage.Chain chain, Head head, Optional<String> kept) {
        SigningKey said = chain.signing();
        String key = said == null ? kept.orElse(null) : kept.map(said::after).orElse(said.key());
        if (said != null && !said.key().equals(key)) {
            return false;
        }
        Checkpoint checkpoint = chain.checkpoint();
        // an older central store gives no key; what was verified before is not verified for every page
        return checkpoint == null || key == null || kept.isPresent() && checkpoint.seq() == head.checkpointSeq || checkpoint.signedBy(key);
    }

    private static Optional<String> key(Handle handle) {
        return handle.createQuery("select value from meta where name = 'chain_key'")
                .mapTo(byte[].class)
                .findOne()
                .map(key -> new String(key, UTF_8));
    }

    /** Two heads at the same place are one. */
    private static boolean same(long seq, String hash, long otherSeq, String otherHash) {
        return seq != otherSeq || hash.equals(otherHash);
    }

    static boolean fits(Handle handle, @Nullable UUID epoch, long seq) {
        return epoch == null || head(handle, epoch).map(head -> seq >= head.seq).orElse(true);
    }

    private static Optional<Head> head(Handle handle, UUID epoch) {
        return handle.createQuery("select * from chain_head where epoch = ?")
                .bind(0, epoch)
                .map((row, _) -> new Head(row.getLong("seq"), row.getString("hash"), row.getLong("checkpoint_seq"),
                        row.getString("checkpoint_hash")))
                .findOne();
    }
}
