package se.trepart.installer.crash;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Properties;
import java.util.logging.Logger;

import se.trepart.installer.demo.CentralProcess;

/**
 * The central store as it is, on a database driver that stops the process dead at a labelled point of a transaction that writes: no
 * shutdown hook, nothing closed, nothing said to anybody.
 */
final class DyingCentral {

    static final int DEAD = 99;

    /** Where it dies. */
    enum Point {
        /** documents and feed are written, the audit is not */
        INSIDE_THE_TRANSACTION,
        BEFORE_COMMIT,
        /** the transaction stands, and nobody has been told */
        AFTER_COMMIT_BEFORE_THE_REPLY
    }

    private DyingCentral() {}

    public static void main(String[] words) throws IOException, SQLException {
        Driver real = DriverManager.getDriver("jdbc:postgresql://x/x");
        DriverManager.deregisterDriver(real);
        DriverManager
                .registerDriver(new DyingDriver(real, Point.valueOf(System.getProperty("dying.point")), Integer.getInteger("dying.write")));
        CentralProcess.serve(words);
    }

    private static final class DyingDriver implements Driver {

        private final Driver real;
        private final Point point;
        private int writesLeft;

        DyingDriver(Driver real, Point point, int write) {
            this.real = real;
            this.point = point;
            this.writesLeft = write;
        }

        @Override
        public Connection connect(String url, Properties properties) throws SQLException {
            Connection connection = real.connect(url, properties);
            boolean[] writes = {false};
            return (Connection) Proxy.newProxyInstance(DyingCentral.class.getClassLoader(), new Class<?>[]{Connection.class},
                    (_, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            String sql = String.valueOf(arguments[0]);
                            writes[0] |= sql.startsWith("insert into change_log");
                            dieAt(Point.INSIDE_THE_TRANSACTION, sql.startsWith("insert into audit"));
                        }
                        boolean commits = method.getName().equals("commit") && writes[0];
                        dieAt(Point.BEFORE_COMMIT, commits);
                        try {
                            Object result = method.invoke(connection, arguments);
                            dieAt(Point.AFTER_COMMIT_BEFORE_THE_REPLY, commits);
                            if (method.getName().equals("commit") || method.getName().equals("rollback")) {
                                writes[0] = false;
                            }
                            return result;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        private synchronized void dieAt(Point here, boolean reached) {
            if (reached && point == here && --writesLeft == 0) {
                Runtime.getRuntime().halt(DEAD);
            }
        }

        @Override
        public boolean acceptsURL(String url) throws SQLException {
            return real.acceptsURL(url);
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
            return real.getPropertyInfo(url, properties);
        }

        @Override
        public int getMajorVersion() {
            return real.getMajorVersion();
        }

        @Override
        public int getMinorVersion() {
            return real.getMinorVersion();
        }

        @Override
        public boolean jdbcCompliant() {
            return false;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }
    }
}
