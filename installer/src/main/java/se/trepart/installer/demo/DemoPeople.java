package se.trepart.installer.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.BankAccount;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.ResidenceExtent;
import se.trepart.model.person.Address;
import se.trepart.model.person.Person;
import se.trepart.model.person.PersonalNumber;
import se.trepart.model.person.Protection;

import org.jspecify.annotations.Nullable;

/** Invents people. Their numbers have the letter form of test persons, so that they can be nobody's. */
final class DemoPeople {

    private static final List<String> FIRST = List.of("Amina", "Erik", "Fatima", "Lars", "Åsa", "Mohammed", "Hodan", "Björn", "Zahra",
            "Karin", "Örjan", "Leyla", "Mikael", "Samira", "Ali", "Hélène", "Ibrahim", "Linnea", "Sara", "Mehmet", "Ingrid", "Yusuf", "Eva",
            "Tomasz", "Nasrin", "Anders", "Maria", "Abdi", "Jenny", "Hassan", "Ulrika", "Omar", "Ängla", "Dragana", "Stefan", "Mona", "Per",
            "Rojin", "Gunilla", "Tesfay");
    private static final List<String> LAST = List.of("Öberg", "Ali", "Johansson", "Świątek", "Yılmaz", "Hassan", "Åström", "Nguyễn",
            "Lindqvist", "Ahmed", "Ekström", "Warsame", "Bergman", "Haddad", "Sjöberg", "Tesfaye", "Nilsson", "Petrović", "Ångström",
            "Karlsson", "Osman", "Lundgren", "Rahimi", "Wikström", "Kowalska", "Hedlund", "Farah", "Åkerman", "Demirci", "Sandström");
    private static final List<String> CHILD = List.of("Leo", "Alma", "Noor", "Hugo", "Ella", "Adam", "Saga", "Elias", "Maja", "Yasmin",
            "Nils", "Lova", "Amir", "Signe", "Zoë", "Vidar", "Hanna", "Idris", "Tuva", "Sixten", "Rana", "Åke");
    private static final List<String> STREETS = List.of("Storgatan", "Björkvägen", "Skolgatan", "Ängsgatan", "Åvägen", "Parkgatan",
            "Västra Esplanaden", "Lindallén", "Sjövägen", "Kyrkogatan");
    private static final List<String> LANGUAGES = List.of("arabiska", "somaliska", "tigrinja", "persiska", "polska", "turkiska");

    private final Random random;
    private final Supplier<UUID> ids;
    private final LocalDate today;
    private final Set<PersonalNumber> taken = new HashSet<>();
    private int family;

    /** @param first number of the first family: families with the same number have the same name */
    DemoPeople(Random random, Supplier<UUID> ids, LocalDate today, int first) {
        family = first;
        this.random = random;
        this.ids = ids;
        this.today = today;
    }

    /** The adults of one household: one, or a couple with one name and one address. */
    List<Adult> adults(int count, int fromAge, int toAge, Protection protection, boolean interpreter, boolean jobStimulus) {
        String lastName = LAST.get(family % LAST.size());
        @Nullable
        Address address = protection.isProtected()
                ? null
                : new Address(STREETS.get(family % STREETS.size()) + " " + (1 + random.nextInt(60)), "123 4" + random.nextInt(10),
                        "Exempelstad");
        @Nullable
        String language = interpreter ? LANGUAGES.get(random.nextInt(LANGUAGES.size())) : null;
        List<Adult> adults = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String firstName = FIRST.get((family * 7 + i * 13) % FIRST.size());
            Person person = new Person(number(fromAge, toAge), firstName, lastName, address, mail(firstName),
                    "070-%03d %02d %02d".formatted(family, random.nextInt(100), random.nextInt(100)), protection, language);
            adults.add(new Adult(ids.get(), i == 0 ? AdultRole.APPLICANT : AdultRole.CO_APPLICANT, person, jobStimulus && i == 0,
                    new BankAccount("9999", "%07d".formatted(1_000_000 + family * 10 + i))));
        }
        family++;
        return adults;
    }

    /** @param siblings the children before, so that no two in a family share a first name */
    Child child(Adult parent, List<Child> siblings, int age, ResidenceExtent residence) {
        Person of = parent.person();
        List<String> given = siblings.stream().map(sibling -> sibling.person().firstName()).toList();
        List<String> free = CHILD.stream().filter(name -> !given.contains(name)).toList();
        Person person = new Person(number(age, age), free.get(random.nextInt(free.size())), of.lastName(), of.address(), "", "",
                of.protection(), null);
        int days = switch (residence) {
            case FULL_TIME -> 31;
            case HALF_TIME -> 15;
            case OTHER -> 4 + random.nextInt(8);
        };
        return new Child(ids.get(), person, residence, days, age >= 1 && age <= 6, age >= 16, school(age));
    }

    private static String school(int age) {
        if (age == 0) {
            return "";
        }
        if (age < 6) {
            return "Förskolan Blåklinten";
        }
        return age < 16 ? "Ängsskolan" : "Exempelstads gymnasium";
    }

    private PersonalNumber number(int fromAge, int toAge) {
        while (true) {
            int age = fromAge + random.nextInt(toAge - fromAge + 1);
            // not in the last month of the year of life, so that the age holds over the months shown
            YearMonth born = YearMonth.from(today).minusYears(age).minusMonths(2 + random.nextInt(8));
            LocalDate day = born.atDay(1 + random.nextInt(28));
            PersonalNumber number = new PersonalNumber("%1$tY%1$tm%1$tdT%2$03d".formatted(day, random.nextInt(1000)));
            if (taken.add(number)) {
                return number;
            }
        }
    }

    private String mail(String firstName) {
        return "person" + family + firstName.length() + "@example.com";
    }
}
