package se.trepart.central.schema;

import org.jdbi.v3.core.Handle;

/** For whom a transaction works (behörighet i databasen): the row policies of V20__access.sql show what that is. Ends with the transaction. */
public final class WorkingFor {

    /** To be selected before any rows; its parameter is the id of the person who sees what is read, as text. */
    public static final String SET = "set_config('trepart.staff', ?, true)";

    private WorkingFor() {}

    /** The store's own work, whoever asked for it: every row. */
    public static void store(Handle transaction) {
        transaction.execute("select " + SET, "store");
    }
}
