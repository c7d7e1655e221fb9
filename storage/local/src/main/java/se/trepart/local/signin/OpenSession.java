package se.trepart.local.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import se.trepart.local.signin.SignInFailed.Reason;
import se.trepart.model.access.Staff;

import org.jspecify.annotations.Nullable;

/**
 * A person's session at this workstation (inloggning). Its tokens are in memory only and are renewed in the background before they end;
 * without the network the session stays open and has no token to give.
 */
public final class OpenSession implements Session, AutoCloseable {

    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final Duration RETRY = Duration.ofSeconds(15);

    private final SignIn signIn;
    private final UUID device;
    private final Clock clock;
    private final Consumer<String> keepRefresh;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private volatile Staff staff;
    private volatile @Nullable Given given;
    private @Nullable String refresh;
    private boolean closed;

    /** Tokens and when they were given, by two clocks: the one stands still while the machine sleeps, the other can be set. */
    private record Given(Tokens tokens, long nanos, Instant at) {

        Duration left(Clock clock) {
            Duration ran = Duration.ofNanos(System.nanoTime() - nanos);
            Duration passed = Duration.between(at, clock.instant());
            return tokens.lasts().minus(ran.compareTo(passed) > 0 ? ran : passed);
        }

        /** A minute, or less where the provider's tokens hold only a few. */
        Duration margin() {
            Duration third = tokens.lasts().dividedBy(3);
            return third.compareTo(MARGIN) < 0 ? third : MARGIN;
        }
    }

    /**
     * @param tokens of a sign-in just made; null when only what was remembered is there
     * @param refresh what was remembered for the next access token, or null
     * @param keepRefresh is handed each new one, and an empty text when none is good any more
     */
    OpenSession(SignIn signIn, Staff staff, UUID device, Clock clock, @Nullable Tokens tokens, @Nullable String refresh,
            Consumer<String> keepRefresh) {
        this.signIn = signIn;
        this.staff = staff;
        this.device = device;
        this.clock = clock;
        this.keepRefresh = keepRefresh;
        this.refresh = refresh;
        if (tokens != null) {
            take(tokens);
        }
        Thread.ofVirtual().name("trepart-token").start(this::renewInTime);
    }

    @Override
    public Staff staff() {
        return staff;
    }

    /** The staff register says something new about the person. */
    public void became(Staff now) {
        if (now.id().equals(staff.id())) {
            staff = now;
        }
    }

    @Override
    public UUID device() {
        return device;
    }

    /** @throws SignInFailed when the person must sign in again (SIGNED_OUT), or when the provider cannot be reached */
    @Override
    public String token() {
        Given now = given;
        if (now != null && now.left(clock).compareTo(now.margin()) >= 0) {
            return now.tokens.access();
        }
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SignInFailed(Reason.CANCELLED);
        }
        try {
            // another thread may have been first
            Given since = given;
            return since != null && since.left(clock).compareTo(since.margin()) >= 0 ? since.tokens.access() : renewed();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the person must sign in again before anything can be sent or fetched. */
    public boolean signedOut() {
        lock.lock();
        try {
            return refresh == null && (given == null || given.left(clock).isNegative());
        } finally {
            lock.unlock();
        }
    }

    /** The same person has signed in again. */
    void renew(Tokens tokens) {
        if (!tokens.subject().equals(staff.subject())) {
            throw new SignInFailed(Reason.OTHER_PERSON);
        }
        lock.lock();
        try {
            take(tokens);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The tokens that are held now, for ending the session at the provider. */
    @Nullable
    Tokens tokens() {
        Given now = given;
        return now == null ? null : now.tokens;
    }

    /** Forgets the tokens. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            given = null;
            refresh = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void take(Tokens tokens) {
        given = new Given(tokens, System.nanoTime(), clock.instant());
        String next = tokens.refresh();
        refresh = next;
        keepRefresh.accept(next == null ? "" : next);
    }

    /** With the lock held. */
    private String renewed() {
        String now = refresh;
        if (now == null) {
            throw new SignInFailed(Reason.SIGNED_OUT);
        }
        try {
            Tokens next = signIn.refresh(now, staff.subject());
            take(next);
            return next.access();
        } catch (SignInFailed failed) {
            switch (failed.reason()) {
                case SIGNED_OUT, OTHER_PERSON, NOT_TRUSTED -> {
                    given = null;
                    refresh = null;
                    keepRefresh.accept("");
                    throw new SignInFailed(Reason.SIGNED_OUT, failed);
                }
                default -> {
                    Given last = given;
                    // the provider is away for a moment; the central store may well be there
                    if (last != null && last.left(clock).isPositive()) {
                        return last.tokens.access();
                    }
                    throw failed;
                }
            }
        }
    }

    private void renewInTime() {
        lock.lock();
        try {
            while (!closed) {
                Given now = given;
                if (now == null) {
                    changed.await();
                    continue;
                }
                Duration wait = now.left(clock).minus(now.margin().multipliedBy(2));
                if (wait.isPositive()) {
                    changed.await(wait.toMillis() + 1, TimeUnit.MILLISECONDS);
                } else if (refresh == null || !renewedNow()) {
                    changed.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private boolean renewedNow() {
        Given before = given;
        try {
            renewed();
        } catch (SignInFailed failed) {
            return false;
        }
        return given != before;
    }
}
