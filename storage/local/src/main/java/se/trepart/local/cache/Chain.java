package se.trepart.local.cache;

import java.util.Optional;
import java.util.UUID;

import se.trepart.wire.ChangesPage;
import se.trepart.wire.ChangesPage.Checkpoint;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The head of the central store's audit chain as this workstation has seen it, by epoch (kedja): a store that says something else lies. */
final class Chain {

    private record Head(long seq, String hash, long checkpointSeq, String checkpointHash) {}

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
    }

    static boolean knows(Handle handle, ChangesPage page) {
        return head(handle, page.epoch()).filter(head -> head.seq == page.chain().seq() && head.hash.equals(page.chain().hash()))
                .isPresent();
    }

    static boolean fits(Handle handle, ChangesPage page) {
        Checkpoint checkpoint = page.chain().checkpoint();
        return head(handle, page.epoch()).map(head -> {
            boolean grown = page.chain().seq() > head.seq || page.chain().seq() == head.seq && page.chain().hash().equals(head.hash);
            boolean same = checkpoint == null || same(checkpoint.seq(), checkpoint.hash(), head.checkpointSeq, head.checkpointHash)
                    && same(checkpoint.seq(), checkpoint.hash(), head.seq, head.hash);
            return grown && same;
        }).orElse(true);
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
