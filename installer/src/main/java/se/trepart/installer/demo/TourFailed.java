package se.trepart.installer.demo;

import org.jspecify.annotations.Nullable;

/** The tour could not go on; the message says at what, in Swedish. */
final class TourFailed extends RuntimeException {

    TourFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
