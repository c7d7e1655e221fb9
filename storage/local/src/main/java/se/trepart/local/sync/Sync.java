package se.trepart.local.sync;

import java.util.function.Consumer;

/** Sends and fetches in the background, one worker per workstation. */
public interface Sync {

    SyncStatus status();

    /** Called on a background thread at every change of status. */
    AutoCloseable onStatus(Consumer<SyncStatus> listener);

    /** Field mode: work without the network until switched off. */
    void fieldMode(boolean on);

    /** Try now, also when a wait is running. */
    void now();
}
