package se.trepart.local.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

import se.trepart.local.Workstation;
import se.trepart.local.WorkstationStore;
import se.trepart.local.signin.SignInFailed.Reason;
import se.trepart.local.sync.HttpTransport;
import se.trepart.local.sync.TrustedCertificates;
import se.trepart.local.vault.Keys;
import se.trepart.local.vault.Vault;
import se.trepart.model.access.Staff;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The way in to a workstation (ingång): by signing in, or without a network by opening what was sealed after an earlier sign-in. Each person
 * has a folder of their own, with keys, store and workstation id of their own: whoever sits down next never opens it. Blocks its thread.
 */
public final class Entrance {

    private static final String LAST = "last";
    private static final String DEVICE = "device";

    private final Path data;
    private final IdentityProvider provider;
    private final SignIn signIn;
    private final URI central;
    private final @Nullable Path ownIssuer;
    private final SSLContext trusted;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final Duration lease;

    /**
     * @param data where the people's folders lie
     * @param ownIssuer the municipality's own certificate authority in PEM; null when the system's are enough
     * @param lease how long somebody may work without the central store having known them (R31)
     */
    public Entrance(Path data, IdentityProvider provider, URI central, @Nullable Path ownIssuer, Clock clock, Supplier<UUID> ids,
            Duration lease) {
        this.data = data;
        this.provider = provider;
        this.central = central;
        this.ownIssuer = ownIssuer;
        this.trusted = trusted(provider.issuer(), central, ownIssuer);
        this.signIn = new SignIn(provider, trusted, SignIn.PATIENCE);
        this.clock = clock;
        this.ids = ids;
        this.lease = lease;
    }

    /** Somebody who has signed in and whom the central store knows; nothing is opened yet. */
    public static final class Arrival {

        private final Staff staff;
        private final Path folder;
        private final UUID device;
        private final Tokens tokens;

        private Arrival(Staff staff, Path folder, UUID device, Tokens tokens) {
            this.staff = staff;
            this.folder = folder;
            this.device = device;
            this.tokens = tokens;
        }

        public Staff staff() {
            return staff;
        }

        /** Where the person's keys and store lie, or will. */
        public Path folder() {
            return folder;
        }
    }

    /**
     * Asks the person to sign in, and the central store who it is.
     *
     * @param prove the person must prove who it is now, also when the provider remembers
     * @throws SignInFailed when nobody was signed in
     */
    public Arrival signIn(Browser browser, boolean prove) {
        Tokens tokens = signIn.signIn(browser, prove);
        Path folder = data.resolve(nameOf(tokens.subject()));
        UUID device = device(folder);
        Staff staff = new StaffRegister(central, trusted).find(tokens, device);
        return new Arrival(staff, folder, device, tokens);
    }

    /**
     * Opens the workstation of somebody who has signed in.
     *
     * @param personal whether the vault is opened by something that only the person knows
     * @throws se.trepart.local.vault.VaultProblem when the keys cannot be had
     */
    public Seat open(Arrival arrival, Vault vault, boolean personal) {
        Keys keys = vault.unlock();
        write(data.resolve(LAST), arrival.folder.getFileName().toString());
        Memory memory = new Memory(arrival.folder, keys, personal, new Remembered(arrival.staff, clock.instant(), null));
        return seat(arrival.folder, keys, memory, arrival.device, arrival.tokens);
    }

    /**
     * A new workstation for somebody who can no longer open what is sealed here. It is put aside as it is: if the passphrase comes back to
     * mind, what was not sent can still be had out of it.
     *
     * @throws SignInFailed when the central store does not answer; nothing is put aside then
     */
    public Arrival startAfresh(Arrival arrival) {
        UUID device = UUID.randomUUID();
        Staff staff = new StaffRegister(central, trusted).find(arrival.tokens, device);
        try {
            Files.move(arrival.folder, data.resolve(arrival.folder.getFileName() + ".aside-" + device), StandardCopyOption.ATOMIC_MOVE);
            Files.createDirectories(arrival.folder);
            write(arrival.folder.resolve(DEVICE), device.toString());
        } catch (IOException immovable) {
            throw new UncheckedIOException(immovable);
        }
        return new Arrival(staff, arrival.folder, device, arrival.tokens);
    }

    /** The folder of whoever was here last and did not sign out; empty when nobody. */
    public Optional<Path> last() {
        try {
            Path name = data.resolve(LAST);
            if (!Files.exists(name)) {
                return Optional.empty();
            }
            Path folder = data.resolve(Files.readString(name).strip());
            // a name that leads elsewhere is not ours
            return data.equals(folder.getParent()) && Files.exists(folder.resolve(DEVICE)) ? Optional.of(folder) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Opens the workstation of whoever was here last, without asking anybody.
     *
     * @param personal whether the vault is opened by something that only the person knows
     * @throws se.trepart.local.vault.VaultProblem when the keys cannot be had
     * @throws SignInFailed with SIGNED_OUT when the central store has not known the person for too long, or the person has signed out
     */
    public Seat openRemembered(Path folder, Vault vault, boolean personal) {
        Keys keys = vault.unlock();
        Remembered last = Remembered.read(folder, keys).orElseThrow(() -> new SignInFailed(Reason.SIGNED_OUT));
        if (clock.instant().isAfter(last.lastContact().plus(lease))) {
            throw new SignInFailed(Reason.SIGNED_OUT);
        }
        return seat(folder, keys, new Memory(folder, keys, personal, last), device(folder), null);
    }

    /**
     * The person at the seat signs in again: the session goes on with new tokens.
     *
     * @throws SignInFailed with OTHER_PERSON when it was somebody else
     */
    public void signInAgain(Seat seat, Browser browser, boolean prove) {
        Tokens tokens = signIn.signIn(browser, prove);
        seat.session().renew(tokens);
        seat.session().became(new StaffRegister(central, trusted).find(tokens, seat.session().device()));
    }

    /** Closes the workstation and forgets the sign-in, here and at the provider. What is not sent stays, sealed. */
    public void signOut(Seat seat, Browser browser) {
        Tokens tokens = seat.session().tokens();
        seat.close();
        Remembered.forget(seat.folder());
        try {
            Files.deleteIfExists(data.resolve(LAST));
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
        if (tokens != null) {
            signIn.end(tokens, browser);
        }
    }

    private Seat seat(Path folder, Keys keys, Memory memory, UUID device, @Nullable Tokens tokens) {
        OpenSession session = new OpenSession(signIn, memory.now().staff(), device, clock, tokens, memory.now().refresh(), memory::refresh);
        HttpTransport transport = new HttpTransport(central, session, ownIssuer);
        try {
            Workstation workstation = WorkstationStore.open(folder, () -> keys, session, transport, clock, ids);
            memory.follow(workstation, session, clock);
            return new Seat(folder, session, workstation, transport);
        } catch (RuntimeException failed) {
            transport.close();
            session.close();
            throw failed;
        }
    }

    /** The authorities are read only when somebody must be believed: they cost a start most of what the rest of it does. */
    private static SSLContext trusted(URI issuer, URI central, @Nullable Path ownIssuer) {
        try {
            boolean needed = "https".equals(issuer.getScheme()) || "https".equals(central.getScheme());
            return needed ? TrustedCertificates.context(ownIssuer) : SSLContext.getDefault();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Lies outside the store: it is needed before the central store can be asked who signed in. */
    private static UUID device(Path folder) {
        try {
            Path file = folder.resolve(DEVICE);
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                write(file, UUID.randomUUID().toString());
            }
            return UUID.fromString(Files.readString(file).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void write(Path file, String text) {
        try {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(part, text);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The same each time, and says nothing of who it is to the one who only sees the folder. */
    private String nameOf(String subject) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((provider.issuer() + "\n" + subject).getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
