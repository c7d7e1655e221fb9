package se.trepart.central.sync;

import java.util.List;

import se.trepart.model.merge.ThreeWayMerge.Difference;

/** What an operation comes to, before the rest of its intent is known. */
sealed interface Verdict {

    /** Why a person must settle what its sender was allowed to do when it was done. */
    String ACCESS_WITHDRAWN = "ACCESS_WITHDRAWN";

    /** It fits. */
    record Done(long version, boolean merged) implements Verdict {}

    /** A person must settle it; refused as in {@link se.trepart.model.merge.Conflict#refused()}. */
    record Clashed(List<Difference> differences, String refused) implements Verdict {}

    /** It can never be done, by whomever; the reason is a code. */
    record Rejected(String reason) implements Verdict {}
}
