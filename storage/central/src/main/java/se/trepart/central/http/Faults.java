package se.trepart.central.http;

import java.sql.SQLException;

/** Where something went wrong, for the log. Messages may quote what was stored, so only classes, SQL states and places are kept. */
public final class Faults {

    private Faults() {}

    public static String places(Throwable e) {
        StringBuilder places = new StringBuilder();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            places.append(' ').append(cause.getClass().getName());
            if (cause instanceof SQLException sql) {
                places.append('[').append(sql.getSQLState()).append(']');
            }
            for (StackTraceElement place : cause.getStackTrace()) {
                if (place.getClassName().startsWith("se.trepart.")) {
                    places.append(" at ").append(place.getFileName()).append(':').append(place.getLineNumber());
                }
            }
        }
        return places.toString();
    }
}
