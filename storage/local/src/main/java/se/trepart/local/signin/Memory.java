package se.trepart.local.signin;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import se.trepart.local.Workstation;
import se.trepart.local.vault.Keys;
import se.trepart.model.access.Staff;

import org.jspecify.annotations.Nullable;

/** Keeps what is remembered of the one at the seat in step with what the central store says (minne). Lives as long as the workstation. */
final class Memory {

    /** contact is written down this often: an offline lease of days needs no more */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Path folder;
    private final Keys keys;
    private final boolean personal;
    private Remembered now;

    /** @param personal whether the keys are opened by something that only the person knows */
    Memory(Path folder, Keys keys, boolean personal, Remembered now) {
        this.folder = folder;
        this.keys = keys;
        this.personal = personal;
        this.now = personal ? now : new Remembered(now.staff(), now.lastContact(), null);
        this.now.write(folder, keys);
    }

    synchronized Remembered now() {
        return now;
    }

    /** @param token empty when none is good any more */
    synchronized void refresh(String token) {
        if (personal) {
            keep(new Remembered(now.staff(), now.lastContact(), token.isEmpty() ? null : token));
        }
    }

    void follow(Workstation workstation, OpenSession session, Clock clock) {
        UUID person = session.staff().id();
        workstation.documents().onChange(changed -> {
            if (changed.contains(person)) {
                workstation.documents().find(Staff.class, person).ifPresent(staff -> {
                    session.became(staff);
                    became(staff);
                });
            }
        });
        workstation.sync().onStatus(status -> contact(status.lastSuccess(), clock.instant()));
    }

    private synchronized void became(Staff staff) {
        keep(new Remembered(staff, now.lastContact(), now.refresh()));
    }

    private synchronized void contact(@Nullable Instant last, Instant at) {
        // never of the future: a clock set ahead for a moment would lengthen the lease
        if (last != null && !last.isAfter(at) && last.isAfter(now.lastContact().plus(PAUSE))) {
            keep(new Remembered(now.staff(), last, now.refresh()));
        }
    }

    private void keep(Remembered next) {
        if (!next.equals(now)) {
            now = next;
            next.write(folder, keys);
        }
    }
}
