package se.trepart.model.application;

import java.util.List;

import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.MaritalStatus;

/** What the applicant declares in one application (uppgifter i ansökan): people, home, costs, incomes, plans. */
public record Declaration(MaritalStatus maritalStatus, List<Adult> adults, List<Child> children, int sharedHomeSize, Housing housing,
        List<AppliedCost> costs, List<Income> incomes, List<Planning> plannings, List<JobApplication> jobApplications,
        List<OtherDeclaration> others) {

    public Declaration {
        adults = List.copyOf(adults);
        children = List.copyOf(children);
        costs = List.copyOf(costs);
        incomes = List.copyOf(incomes);
        plannings = List.copyOf(plannings);
        jobApplications = List.copyOf(jobApplications);
        others = List.copyOf(others);
    }
}
