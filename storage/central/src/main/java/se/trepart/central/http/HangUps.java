package se.trepart.central.http;

import java.io.IOException;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;

/**
 * Whoever hangs up in the middle of a request (avbrott) is nothing for the log: the server would write a stack trace for each, and somebody
 * who does so thousands of times would fill the disk.
 */
public final class HangUps {

    /** Held here: a logger that nobody holds forgets its filter. */
    private static final Logger SERVER = Logger.getLogger("io.helidon.webserver.http1.Http1Connection");

    private HangUps() {}

    public static void keepOutOfTheLog() {
        SERVER.setFilter(HangUps::isNone);
    }

    private static boolean isNone(LogRecord entry) {
        for (Throwable thrown = entry.getThrown(); thrown != null; thrown = thrown.getCause()) {
            if (thrown instanceof InsufficientDataAvailableException || thrown instanceof IOException) {
                return false;
            }
        }
        return true;
    }
}
