package se.trepart.local.signin;

import java.nio.file.Path;

import se.trepart.local.Workstation;
import se.trepart.local.sync.HttpTransport;

/** Somebody at an open workstation (plats). */
public final class Seat implements AutoCloseable {

    private final Path folder;
    private final OpenSession session;
    private final Workstation workstation;
    private final HttpTransport transport;

    Seat(Path folder, OpenSession session, Workstation workstation, HttpTransport transport) {
        this.folder = folder;
        this.session = session;
        this.workstation = workstation;
        this.transport = transport;
    }

    public Path folder() {
        return folder;
    }

    public OpenSession session() {
        return session;
    }

    public Workstation workstation() {
        return workstation;
    }

    /** Leaves everything as it is, sealed. */
    @Override
    public void close() {
        workstation.close();
        transport.close();
        session.close();
    }
}
