package se.trepart.model.application;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A job that an adult has applied for (sökt arbete). */
public record JobApplication(UUID id, UUID memberId, @Nullable LocalDate appliedOn, String title, String employerAndPlace) {

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "JobApplication[" + id + "]";
    }
}
