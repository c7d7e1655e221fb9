package se.trepart.installer.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import se.trepart.local.signin.Session;
import se.trepart.model.access.Staff;

import org.jspecify.annotations.Nullable;

/** A member of the demo office's staff for tests that are not about signing in; a new token is signed when the old one is about to end. */
final class DemoSession implements Session {

    /** of an identity provider that nobody can reach; its key is the demo office's */
    static final String ISSUER = "https://inloggning.exempelstad.invalid";
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final Staff staff;
    private final UUID device;
    private final DemoIssuer issuer;
    private final Clock clock;
    @Nullable
    private String token;
    private Instant endsAt = Instant.MIN;

    DemoSession(Staff staff, UUID device, DemoIssuer issuer, Clock clock) {
        this.staff = staff;
        this.device = device;
        this.issuer = issuer;
        this.clock = clock;
    }

    @Override
    public Staff staff() {
        return staff;
    }

    @Override
    public UUID device() {
        return device;
    }

    @Override
    public synchronized String token() {
        Instant now = clock.instant();
        String current = token;
        if (current == null || now.plus(MARGIN).isAfter(endsAt)) {
            current = issuer.accessToken(ISSUER, staff.subject(), now);
            token = current;
            endsAt = now.plus(DemoIssuer.VALID);
        }
        return current;
    }
}
