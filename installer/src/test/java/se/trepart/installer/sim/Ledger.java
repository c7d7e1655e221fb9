package se.trepart.installer.sim;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import se.trepart.central.sync.EntityKey;
import se.trepart.installer.sim.LocalTables.Look;
import se.trepart.installer.sim.LocalTables.OpRow;

import org.jspecify.annotations.Nullable;

/** What one workstation's user was told is saved. Every value written in a world is unique, so that it can be found again anywhere. */
final class Ledger {

    private static final Pattern TOKEN = Pattern.compile("~\\d+~");

    /**
     * One document of an intent.
     *
     * @param values by field path, as canonical JSON
     * @param poison the central store cannot hold it
     */
    record Planned(EntityKey about, SortedMap<String, String> values, boolean create, boolean poison) {}

    record Written(long seq, UUID opId, int intent, Planned what) {

        Set<String> tokens() {
            return Ledger.tokens(String.join(" ", what.values.values()));
        }
    }

    private final SortedMap<Long, Written> written = new TreeMap<>();
    private final Set<UUID> sentAgain = new HashSet<>();
    private @Nullable UUID epoch;
    private @Nullable List<Planned> attempted;
    private int intents;

    static Set<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    SortedMap<Long, Written> written() {
        return written;
    }

    /** What was rejected because the central store did not know the document is sent again by itself when it does. */
    void adopt(Look look) {
        if (!Objects.equals(epoch, look.epoch())) {
            // a store that was restored is asked again about what it had rejected
            sentAgain.clear();
            epoch = look.epoch();
        }
        SortedMap<Long, OpRow> operations = look.operations();
        long last = written.isEmpty() ? 0 : written.lastKey();
        for (OpRow row : operations.tailMap(last + 1).values()) {
            List<Written> rejected = written.values()
                    .stream()
                    .filter(w -> w.what.about().equals(row.about()) && "REJECTED".equals(result(operations, w)))
                    .toList();
            // one that had been sent again already is asked about once more after a restore, and sent again once more
            rejected.stream().filter(w -> !sentAgain.contains(w.opId)).findFirst().or(() -> rejected.stream().findFirst()).ifPresent(w -> {
                sentAgain.add(w.opId);
                written.put(row.seq(), new Written(row.seq(), row.opId(), w.intent, w.what));
            });
        }
    }

    private static @Nullable String result(SortedMap<Long, OpRow> operations, Written written) {
        OpRow row = operations.get(written.seq);
        return row == null ? null : row.result();
    }

    void attempt(List<Planned> intent) {
        attempted = intent;
    }

    /** Takes up what is on the disk of the last attempt: all of it or nothing; all of it when the user was told so. */
    void settle(SortedMap<Long, OpRow> operations, boolean told) {
        List<Planned> intent = attempted;
        attempted = null;
        if (intent == null) {
            return;
        }
        long last = written.isEmpty() ? 0 : written.lastKey();
        List<OpRow> fresh = List.copyOf(operations.tailMap(last + 1).values());
        if (fresh.size() != intent.size() && (told || !fresh.isEmpty())) {
            throw new Broken("I2", fresh.size() + " of " + intent.size() + " operations of an intent are on the disk");
        }
        intents++;
        for (int i = 0; i < fresh.size(); i++) {
            OpRow row = fresh.get(i);
            if (!row.about().equals(intent.get(i).about())) {
                throw new Broken("I4", "an intent lies in another order than it was saved in");
            }
            written.put(row.seq(), new Written(row.seq(), row.opId(), intents, intent.get(i)));
        }
    }
}
