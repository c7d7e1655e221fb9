package se.trepart.model.decision;

import java.util.Optional;

import se.trepart.model.application.Application;
import se.trepart.model.norm.Calculation;

/**
 * What one step with a decision leads to; all of it is stored together.
 *
 * @param application with the status that goes with the decision
 * @param locked the calculation, now locked, when the decision was made (R17)
 */
public record DecisionStep(Decision decision, Application application, Optional<Calculation> locked) {}
