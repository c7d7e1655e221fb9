package se.trepart.installer.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import se.trepart.central.access.StaffAccess;
import se.trepart.central.access.Visibility;
import se.trepart.central.sync.CentralStore;
import se.trepart.central.sync.Commit;

import org.jspecify.annotations.Nullable;

/**
 * The central store in memory, as {@link se.trepart.central.sync.PgStore} behaves: rows are locked until the end of the transaction, every
 * read of a writing transaction sees what is committed at that moment, a reading transaction sees one moment, and the number of the feed is
 * taken last. Other transactions come in between where {@link Between} lets them; as there is one thread, one that would have to wait for a
 * lock is refused instead, as PostgreSQL does after its lock timeout.
 */
class MemoryStore implements CentralStore {

    private static final int ATTEMPTS = 8;

    /** A place inside a transaction where others may run. */
    interface Between {
        void at(String place);
    }

    /** A lock is held by somebody else who cannot let go first. */
    static final class LockTimeout extends RuntimeException {}

    /** Another transaction made the same document first. */
    static final class MadeTwice extends RuntimeException {}

    /** What a transaction saw last: nothing that was committed after it, and nothing of a store that was restored after it. */
    record Moment(MemoryState state, long tick) {

        Set<UUID> units(UUID staffId) {
            return state.units(staffId, tick);
        }
    }

    MemoryState state;
    /** of the transaction that ended last */
    Moment seen;
    Between between = _ -> {};
    /** may throw: the service or its database dies before, or just after, the commit */
    Runnable beforeCommit = () -> {};
    Consumer<Commit> afterCommit = _ -> {};
    private final Map<Object, Set<MemoryWriting>> locks = new HashMap<>();

    MemoryStore(UUID epoch) {
        state = new MemoryState(epoch);
        seen = now();
    }

    private Moment now() {
        return new Moment(state, state.tick());
    }

    MemoryWriting begin() {
        return new MemoryWriting(this);
    }

    @Override
    public <T> T write(Function<Writing, T> work) {
        for (int attempt = 1;; attempt++) {
            MemoryWriting transaction = begin();
            try {
                T result = work.apply(transaction);
                transaction.end();
                seen = now();
                return result;
            } catch (MadeTwice e) {
                if (attempt == ATTEMPTS) {
                    throw new Unstorable("23505");
                }
            } finally {
                locks.values().forEach(owners -> owners.remove(transaction));
            }
        }
    }

    @Override
    public <T> T read(Function<Reading, T> work) {
        return read(now(), null, work);
    }

    @Override
    public <T> T readAs(UUID staffId, Function<Reading, T> work) {
        Moment now = now();
        return read(now, Visibility.of(state.staff(staffId, now.tick).orElseGet(() -> StaffAccess.nobody(staffId))), work);
    }

    private <T> T read(Moment now, @Nullable Visibility person, Function<Reading, T> work) {
        T result = work.apply(new MemoryReading(this, now.state, now.tick, person));
        seen = now;
        return result;
    }

    @Override
    public long seq() {
        return state.head(state.tick()).seq();
    }

    @Override
    public Optional<StaffAccess> bySubject(String subject) {
        // every request begins so: what is answered without a transaction is judged by the rights of this moment
        seen = now();
        return state.staff.values()
                .stream()
                .map(List::getLast)
                .filter(r -> r.subject().equals(subject) && r.access().active())
                .map(MemoryState.Registered::access)
                .findFirst();
    }

    /** @param shared others may share it, nobody may own it alone */
    void lock(MemoryWriting owner, Object what, boolean shared) {
        String key = (shared ? "shared " : "alone ") + what;
        Set<MemoryWriting> alone = locks.computeIfAbsent("alone " + what, _ -> new HashSet<>());
        Set<MemoryWriting> sharing = locks.computeIfAbsent("shared " + what, _ -> new HashSet<>());
        List<MemoryWriting> others = new ArrayList<>(alone);
        if (!shared) {
            others.addAll(sharing);
        }
        others.remove(owner);
        if (others.stream().anyMatch(other -> other != owner)) {
            throw new LockTimeout();
        }
        locks.get(key).add(owner);
    }
}
