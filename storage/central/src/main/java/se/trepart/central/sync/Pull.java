package se.trepart.central.sync;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import se.trepart.central.access.StaffAccess;
import se.trepart.central.access.Visibility;
import se.trepart.central.sync.CentralStore.Head;
import se.trepart.central.sync.CentralStore.LogRow;
import se.trepart.central.sync.CentralStore.Reading;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.ChangesPage.SigningKey;
import se.trepart.wire.Entry;
import se.trepart.wire.Problem;

import org.jspecify.annotations.Nullable;

/** Cuts pages out of one snapshot of the store. */
final class Pull {

    static final int MAX_LIMIT = 2_000;

    private final Reading snapshot;
    private final Head head;
    private final UUID staffId;
    private final Visibility person;
    private final Set<UUID> units;

    Pull(Reading snapshot, UUID staffId) {
        this.snapshot = snapshot;
        this.staffId = staffId;
        this.head = snapshot.head();
        this.person = snapshot.staff(staffId)
                .filter(StaffAccess::active)
                .map(Visibility::of)
                .orElseThrow(() -> new Refusal("not_allowed", "not in the access register"));
        this.units = person.units();
    }

    Set<UUID> units() {
        return units;
    }

    /**
     * Whole transactions with numbers in (since, to]; a page is longer than the limit only when one transaction is.
     *
     * @param shared pages that colleagues with the same rights have been given
     */
    ChangesPage changes(@Nullable UUID epoch, long since, int limit, @Nullable SigningKey signing, SharedPages shared) {
        if (epoch != null && !epoch.equals(head.epoch())) {
            throw unknownEpoch(head);
        }
        if (since == head.seq() && since > 0) {
            // most that ask are where everybody is
            return page(since, since, List.of(), List.of(), signing);
        }
        if (since >= head.rights() && since >= head.floor() && since <= head.seq()) {
            // nothing in it is for one person alone
            return shared.page(head, person.sight(), since, limit, () -> read(since, limit, signing));
        }
        return read(since, limit, signing);
    }

    private ChangesPage read(long since, int limit, @Nullable SigningKey signing) {
        boolean rightsChanged = since < head.rights();
        if (since < head.floor() || since > head.seq()
                || since > 0 && rightsChanged && !snapshot.accessChanges(staffId, true, since, head.seq()).isEmpty()) {
            throw resync();
        }
        int atMost = Math.clamp(limit, 1, MAX_LIMIT);
        List<LogRow> rows = snapshot.log(units, since, head.seq(), atMost + 1);
        long to = head.seq();
        if (rows.size() > atMost) {
            long cut = rows.get(atMost).commitSeq();
            to = rows.getFirst().commitSeq() == cut ? cut : rows.stream().filter(r -> r.commitSeq() < cut).toList().getLast().commitSeq();
            long last = to;
            rows = to == cut
                    ? snapshot.log(units, since, cut, Integer.MAX_VALUE)
                    : rows.stream().filter(r -> r.commitSeq() <= last).toList();
        }
        Map<EntityKey, LogRow> newest = new LinkedHashMap<>();
        for (LogRow row : rows) {
            newest.remove(row.key());
            newest.put(row.key(), row);
        }
        List<Entry> entries = newest.values().stream().map(LogRow::entry).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
        List<UUID> revokes = rightsChanged
                ? snapshot.accessChanges(staffId, false, since, to).stream().filter(unit -> !units.contains(unit)).toList()
                : List.of();
        return page(since, to, entries, revokes, signing);
    }

    private ChangesPage page(long since, long to, List<Entry> entries, List<UUID> revokes, @Nullable SigningKey signing) {
        ChangesPage.Chain chain = new ChangesPage.Chain(head.seq(), HexFormat.of().formatHex(head.chainHash()), head.checkpoint(), signing);
        return new ChangesPage(head.epoch(), since, to, head.seq(), chain, entries, revokes, to < head.seq());
    }

    BootstrapPage bootstrap(@Nullable String token, int limit) {
        Token from = token == null ? new Token(head.epoch(), head.seq(), null) : Token.read(token);
        if (!from.epoch.equals(head.epoch()) || from.head0 > head.seq() || from.head0 < head.floor()) {
            throw resync();
        }
        int atMost = Math.clamp(limit, 1, MAX_LIMIT);
        List<Entry> entries = snapshot.entities(units, from.after, atMost);
        String next = null;
        if (entries.size() == atMost) {
            Entry last = entries.getLast();
            next = new Token(from.epoch, from.head0, new EntityKey(last.type(), last.id())).written();
        }
        return new BootstrapPage(head.epoch(), from.head0, head.seq(), entries, next);
    }

    static Refusal unknownEpoch(Head head) {
        return new Refusal(new Problem("unknown_epoch", "the store was restored; send again what it may have lost", null, head.epoch()));
    }

    private static Refusal resync() {
        return new Refusal("resync_required", "fetch everything anew; unsent changes stay and are sent first");
    }

    /** Where a first fetch stands. It holds no rights: those are read again for every page. */
    private record Token(UUID epoch, long head0, @Nullable EntityKey after) {

        String written() {
            EntityKey key = Objects.requireNonNull(after);
            String text = epoch + " " + head0 + " " + key.id() + " " + key.type();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        static Token read(String token) {
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(" ", 4);
                return new Token(UUID.fromString(parts[0]), Long.parseLong(parts[1]), new EntityKey(parts[3], UUID.fromString(parts[2])));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
                throw new Refusal("malformed", "token");
            }
        }
    }
}
