package se.trepart.model.access;

import java.time.LocalDate;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;

import org.jspecify.annotations.Nullable;

/** A group of staff that share cases (enhet). Its own document belongs to the municipality as a whole. */
public record Unit(UUID id, UUID unitId, String name, UnitKind kind, LocalDate since) implements Document {

    /** The unit that every member of staff belongs to: staff register, settings, templates. */
    public static final UUID MUNICIPALITY = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L);

    /** What a unit works with. */
    public enum UnitKind {
        /** kommunen som helhet */
        WHOLE,
        /** mottagning */
        INTAKE,
        /** löpande ekonomiskt bistånd */
        RUNNING,
        /** arbetsmarknadsenhet */
        LABOUR_MARKET
    }

    @Override
    public @Nullable UUID caseId() {
        return null;
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.UNIT;
    }

    @Override
    public String documentState() {
        return kind.name();
    }

    @Override
    public LocalDate documentDate() {
        return since;
    }
}
