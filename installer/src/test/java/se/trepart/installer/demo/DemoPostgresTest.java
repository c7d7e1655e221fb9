package se.trepart.installer.demo;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DemoPostgresTest {

    @TempDir
    Path home;

    @Test
    void keepsItsDataAndSortsAsSwedesDo() throws Exception {
        try (DemoPostgres postgres = DemoPostgres.start(home);
                Connection connection = connect(postgres);
                Statement sql = connection.createStatement()) {
            sql.execute("create table name(name text); insert into name values ('Öberg'), ('Åström'), ('Ängström'), ('Zoë')");
        }
        try (DemoPostgres postgres = DemoPostgres.start(home);
                Connection connection = connect(postgres);
                Statement sql = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet rows = sql.executeQuery("select name from name order by name")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            assertThat(names).containsExactly("Zoë", "Åström", "Ängström", "Öberg");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("postgres"), DemoPostgres.OWNER, "wrong"))
                    .isInstanceOf(SQLException.class);
        }
    }

    private static Connection connect(DemoPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl("postgres"), DemoPostgres.OWNER, postgres.password());
    }
}
