package se.trepart.installer.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.access.Unit.UnitKind;

/** The four units and fourteen members of staff of Exempelstad. Their ids never change, so that a workstation knows them again. */
public final class DemoStaff {

    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    public static final Unit INTAKE = unit(1, "Mottagningen", UnitKind.INTAKE);
    public static final Unit ECONOMY = unit(2, "Ekonomi", UnitKind.RUNNING);
    public static final Unit YOUTH = unit(3, "Unga 18–24", UnitKind.RUNNING);
    public static final Unit LABOUR_MARKET = unit(4, "Arbetsmarknad", UnitKind.LABOUR_MARKET);
    public static final List<Unit> UNITS = List.of(INTAKE, ECONOMY, YOUTH, LABOUR_MARKET);

    public static final Staff KARIN = staff(1, "karin.berg", "Karin Berg", "socialsekreterare", Role.CASEWORKER, INTAKE, ECONOMY);
    public static final Staff JOHAN = staff(2, "johan.lind", "Johan Lind", "socialsekreterare", Role.CASEWORKER, ECONOMY);
    public static final Staff AMIRA = staff(3, "amira.haddad", "Amira Haddad", "ekonomihandläggare", Role.CASEWORKER, ECONOMY, YOUTH);
    public static final Staff ELIN = staff(4, "elin.sjogren", "Elin Sjögren", "socialsekreterare", Role.CASEWORKER, YOUTH);
    public static final Staff MARCUS = staff(5, "marcus.nystrom", "Marcus Nyström", "socialsekreterare", Role.CASEWORKER, INTAKE);
    public static final Staff BIRGITTA = staff(6, "birgitta.ohman", "Birgitta Öhman", "förste socialsekreterare", Role.TEAM_LEAD, INTAKE,
            ECONOMY);
    public static final Staff PETER = staff(7, "peter.akesson", "Peter Åkesson", "förste socialsekreterare", Role.TEAM_LEAD, ECONOMY,
            YOUTH);
    public static final Staff LEYLA = staff(8, "leyla.demir", "Leyla Demir", "arbetsmarknadskonsulent", Role.CONSULTANT, LABOUR_MARKET,
            INTAKE, ECONOMY, YOUTH);
    public static final Staff OSKAR = staff(9, "oskar.holm", "Oskar Holm", "arbetsmarknadskonsulent", Role.CONSULTANT, LABOUR_MARKET,
            INTAKE, ECONOMY, YOUTH);
    public static final Staff ANNIKA = staff(10, "annika.wallin", "Annika Wallin", "enhetschef", Role.UNIT_MANAGER, INTAKE, ECONOMY, YOUTH);
    public static final Staff FREDRIK = staff(11, "fredrik.ek", "Fredrik Ek", "controller", Role.CONTROLLER, INTAKE, ECONOMY, YOUTH);
    public static final Staff MARIA = staff(12, "maria.sandberg", "Maria Sandberg", "systemförvaltare", Role.ADMINISTRATOR);

    /** The young people's consultant. */
    public static final Staff HANNA = staff(13, "hanna.ekdahl", "Hanna Ekdahl", "arbetsmarknadskonsulent", Role.CONSULTANT, LABOUR_MARKET,
            INTAKE, YOUTH);

    /** Leads the consultants. */
    public static final Staff INGRID = staff(14, "ingrid.norberg", "Ingrid Norberg", "arbetsledare arbetsmarknad", Role.LABOUR_MARKET_LEAD,
            LABOUR_MARKET, INTAKE, ECONOMY, YOUTH);

    private DemoStaff() {}

    /** Everybody, with the cases of protected people that each is a named handler of (R34). */
    public static List<Staff> register(List<UUID> protectedCases, UUID handler) {
        List<Staff> all = new ArrayList<>();
        for (Staff s : List.of(KARIN, JOHAN, AMIRA, ELIN, MARCUS, BIRGITTA, PETER, LEYLA, OSKAR, HANNA, INGRID, ANNIKA, FREDRIK, MARIA)) {
            all.add(s.id().equals(handler) ? naming(s, protectedCases) : s);
        }
        return all;
    }

    private static Staff naming(Staff s, List<UUID> cases) {
        return new Staff(s.id(), s.unitId(), s.subject(), s.name(), s.title(), s.phone(), s.roles(), s.units(), cases, s.active(),
                s.since());
    }

    private static Unit unit(int number, String name, UnitKind kind) {
        return new Unit(id(0x100 + number), Unit.MUNICIPALITY, name, kind, SINCE);
    }

    private static Staff staff(int number, String subject, String name, String title, Role role, Unit... units) {
        return new Staff(id(0x200 + number), Unit.MUNICIPALITY, subject, name, title, "0123-45 67 %02d".formatted(number), List.of(role),
                Stream.of(units).map(Unit::id).toList(), List.of(), true, SINCE);
    }

    private static UUID id(int number) {
        return new UUID(0x018c_c251_f400_7000L, 0x8000_0000_0000_0000L | number);
    }
}
