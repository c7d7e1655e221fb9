package se.trepart.model.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.Household;
import se.trepart.model.person.Person;
import se.trepart.model.person.PersonalNumber;
import se.trepart.model.person.Protection;

/** The people of a case, by personal number: a declaration about them gets the ids that the case already uses for them. */
record KnownMembers(Map<PersonalNumber, UUID> ids, Map<PersonalNumber, Person> people) {

    static KnownMembers of(Household household) {
        Map<PersonalNumber, UUID> ids = new HashMap<>();
        household.adults().forEach(adult -> ids.put(adult.person().number(), adult.id()));
        household.children().forEach(child -> ids.put(child.person().number(), child.id()));
        return new KnownMembers(ids, household.people().collect(Collectors.toMap(Person::number, person -> person, (first, _) -> first)));
    }

    Declaration recognise(Declaration declared) {
        Map<UUID, UUID> known = new HashMap<>();
        Stream.concat(declared.adults().stream().map(a -> Map.entry(a.id(), a.person().number())),
                declared.children().stream().map(c -> Map.entry(c.id(), c.person().number())))
                .forEach(member -> known.put(member.getKey(), ids.getOrDefault(member.getValue(), member.getKey())));
        List<Adult> adults = declared.adults()
                .stream()
                .map(a -> new Adult(id(known, a.id()), a.role(), person(a.person()), a.jobStimulus(), a.account()))
                .toList();
        List<Child> children = declared.children()
                .stream()
                .map(c -> new Child(id(known, c.id()), person(c.person()), c.residence(), c.daysInHome(), c.lunchAway(),
                        c.inUpperSecondarySchool(), c.school()))
                .toList();
        List<Income> incomes = declared.incomes()
                .stream()
                .map(i -> new Income(i.id(), i.type(), i.amount(), i.receivedOn(), id(known, i.memberId()), i.source()))
                .toList();
        List<Planning> plannings = declared.plannings()
                .stream()
                .map(p -> new Planning(p.id(), id(known, p.memberId()), p.kind(), p.description()))
                .toList();
        List<JobApplication> jobs = declared.jobApplications()
                .stream()
                .map(j -> new JobApplication(j.id(), id(known, j.memberId()), j.appliedOn(), j.title(), j.employerAndPlace()))
                .toList();
        return new Declaration(declared.maritalStatus(), adults, children, declared.sharedHomeSize(), declared.housing(), declared.costs(),
                incomes, plannings, jobs, declared.others());
    }

    private static UUID id(Map<UUID, UUID> known, UUID declared) {
        return known.getOrDefault(declared, declared);
    }

    /** R34: a form never takes a protection away, and says nothing about it when it is silent. */
    private Person person(Person declared) {
        Person known = people.get(declared.number());
        if (known == null) {
            return declared;
        }
        boolean formSaysMore = declared.protection() != Protection.UNKNOWN
                && (declared.protection().isProtected() || !known.protection().isProtected());
        return new Person(declared.number(), declared.firstName(), declared.lastName(),
                declared.address() == null ? known.address() : declared.address(), declared.email(), declared.phone(),
                formSaysMore ? declared.protection() : known.protection(), declared.interpreterLanguage());
    }
}
