package se.trepart.central.sync;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Function;

import se.trepart.central.access.StaffAccess;
import se.trepart.central.access.Visibility;
import se.trepart.central.access.Withdrawn;
import se.trepart.wire.ChangesPage.Checkpoint;
import se.trepart.wire.Entry;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the sync needs of a database: in the program PostgreSQL. */
public interface CentralStore {

    /**
     * Where the feed stands.
     *
     * @param rights the last number at which anybody's rights changed
     * @param checkpoint the newest signed head of the chain, null before the first
     */
    record Head(UUID epoch, long seq, byte[] chainHash, long floor, long rights, @Nullable Checkpoint checkpoint) {}

    /** A workstation. */
    record Device(UUID id, UUID staffId, long lastClientSeq, boolean revoked) {}

    /** What became of an operation. */
    record Applied(UUID opId, UUID deviceId, long clientSeq, byte[] requestHash, JsonNode outcome, @Nullable JsonNode request) {}

    /**
     * One version of a document there has been.
     *
     * @param at when it was taken in, by this store's clock
     */
    record Version(EntityKey key, long version, @Nullable UUID deviceId, JsonNode body, Instant at) {}

    /** A workstation's open conflict about a document. */
    record OpenConflict(EntityKey about, UUID deviceId, UUID conflictId) {}

    /** A row of the feed, not yet cut into a page; the entry is null where it must not be shown any more. */
    record LogRow(long commitSeq, EntityKey key, @Nullable Entry entry) {}

    /** A live document without its content. */
    record Live(EntityKey key, UUID unitId, @Nullable UUID caseId, long version) {}

    /**
     * What the feed says of a unit after a number.
     *
     * @param next the first number of a change, empty when there is none
     * @param left whether a document has left the unit or was erased
     */
    record Since(OptionalLong next, boolean left) {}

    /** One transaction that writes. Everything in {@link Commit} is written at its end. */
    interface Writing {

        /**
         * Locks the workstation, registering it to the member of staff at its first contact.
         *
         * @throws Refusal too_many_devices when the person has as many as anybody may have; none is dropped for it
         */
        Device lockDevice(UUID device, UUID staffId);

        /** What may be done as of now; grants cannot change until the transaction has ended. */
        Optional<StaffAccess> staff(UUID staffId);

        List<Applied> applied(UUID device, Collection<UUID> opIds, long fromSeq, long toSeq);

        /** Locks the documents, in order; those that do not exist are left out. */
        Map<EntityKey, Entity> lock(SortedSet<EntityKey> keys);

        /** Reads without locking. */
        Map<EntityKey, Entity> read(Collection<EntityKey> keys);

        /** Every document of these cases, deleted ones too. */
        Set<EntityKey> documentsOf(Collection<UUID> cases);

        /** Which of these cases are seen by their named handlers only (R34). */
        Set<UUID> guarded(Collection<UUID> cases);

        /** Everything that has ever been withdrawn from the person. */
        Withdrawn withdrawn(UUID staffId);

        /** Which of these documents have left one of these units at some time. */
        Set<EntityKey> left(Collection<UUID> units, Collection<EntityKey> keys);

        /** Every version from the given one on, in order. */
        List<Version> versionsFrom(Map<EntityKey, Long> from);

        List<OpenConflict> openConflicts(UUID device, Collection<EntityKey> about);

        Head head();

        /** Takes the next number of the feed and holds it until the transaction has ended: nothing may be computed after this. */
        Head nextHead();

        void write(Commit commit, Head head);

        /** The keys that this workstation has been given, by unit. */
        Map<UUID, byte[]> leaseKeys(UUID device);

        void giveLeaseKey(UUID device, UUID unitId, byte[] key, Instant at);

        /** A workstation's word that nothing of the unit lies on it any more. */
        void purged(UUID device, UUID unitId, long seq, Instant at);

        void checkpoint(Checkpoint signed);
    }

    /** One snapshot as of one number of the feed: of the whole store, or of what one person sees of it. */
    interface Reading {

        Head head();

        Optional<StaffAccess> staff(UUID staffId);

        /** Rows of the feed with numbers in (since, to] for these units, in order. */
        List<LogRow> log(Collection<UUID> units, long since, long to, int limit);

        /** Live documents of these units after the key, in order of key. */
        List<Entry> entities(Collection<UUID> units, @Nullable EntityKey after, int limit);

        /** As {@link #entities}, of these cases only, or of documents that belong to no case and have one of these types. */
        List<Entry> entitiesOf(Collection<UUID> units, Collection<UUID> cases, Collection<String> types, @Nullable EntityKey after,
                int limit);

        /** Every live document of the unit, without its content. */
        List<Live> live(UUID unit);

        /** The documents as they are now, deleted ones as tombstones; those that never were are left out. */
        List<Entry> current(Collection<EntityKey> keys);

        Since since(UUID unit, long seq);

        /** Live documents of these units that refer to the attachment, if it was handed in in their unit. */
        List<Live> referringTo(String sha256, Collection<UUID> units);

        /** Units that the member of staff gained (or lost) in (since, to]. */
        List<UUID> accessChanges(UUID staffId, boolean gained, long since, long to);
    }

    /** Runs the work in one transaction; again when another transaction came in between. */
    <T> T write(Function<Writing, T> work);

    /** Reads the whole store, for the store's own work. */
    <T> T read(Function<Reading, T> work);

    /** Reads as the person: nothing that {@link Visibility} hides from them comes out, and nothing of a document that they may not have. */
    <T> T readAs(UUID staffId, Function<Reading, T> work);

    /** The last number of the feed, for whoever wants to know whether there is anything to read. */
    long seq();

    /** The access register's row of a person, by what the identity provider calls them. */
    Optional<StaffAccess> bySubject(String subject);

    /** The content could not be stored at all, whenever it is tried. */
    final class Unstorable extends RuntimeException {

        public Unstorable(String code) {
            super(code);
        }
    }
}
