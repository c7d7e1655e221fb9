package se.trepart.wire;

import java.util.List;
import java.util.UUID;

/** Prebuilt, compressed copies of whole units (ögonblicksbilder), for a first fetch. Only units that the caller sees whole. */
public record Snapshots(UUID epoch, List<SnapshotFile> files) {

    /**
     * A file with one {@link Entry} a line, compressed with gzip.
     *
     * @param seq the feed goes on from here
     * @param documents how many lines
     * @param bytes length of the file
     * @param sha256 of the file, in hex
     */
    public record SnapshotFile(UUID unitId, long seq, long documents, long bytes, String sha256) {}
}
