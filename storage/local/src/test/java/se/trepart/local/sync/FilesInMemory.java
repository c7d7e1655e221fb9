package se.trepart.local.sync;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import se.trepart.wire.Problem;

/** The part of the network's other end that hands over files in pieces: snapshots and attachments. */
abstract class FilesInMemory implements Transport {

    /** what was asked, in order */
    public final List<String> calls = new CopyOnWriteArrayList<>();
    public final Map<UUID, byte[]> snapshotFiles = new LinkedHashMap<>();
    public final Deque<TransportProblem> snapshotFaults = new ArrayDeque<>();
    public int partSize = Integer.MAX_VALUE;
    public final Map<String, byte[]> blobs = new LinkedHashMap<>();
    public final Deque<TransportProblem> blobFaults = new ArrayDeque<>();

    public static TransportProblem problem(SyncStatus.Problem kind, String code) {
        return new TransportProblem(kind, new Problem(code, "", null));
    }

    static TransportProblem unknownQuestion() {
        return problem(SyncStatus.Problem.UNEXPECTED, "http_404");
    }

    public static String sha256(byte[] content) {
        try {
            return java.util.HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public synchronized byte[] snapshot(UUID unitId, long seq, long from, int length) {
        calls.add("snapshot " + from);
        if (!snapshotFaults.isEmpty()) {
            throw snapshotFaults.poll();
        }
        byte[] file = snapshotFiles.get(unitId);
        return java.util.Arrays.copyOfRange(file, (int) from, (int) Math.min(file.length, from + Math.min(length, partSize)));
    }

    @Override
    public synchronized long uploaded(String sha256) {
        calls.add("head");
        return blobs.getOrDefault(sha256, new byte[0]).length;
    }

    @Override
    public synchronized void upload(UUID unitId, String sha256, long from, byte[] part, long total) {
        calls.add("upload " + from);
        if (!blobFaults.isEmpty()) {
            throw blobFaults.poll();
        }
        byte[] had = blobs.getOrDefault(sha256, new byte[0]);
        if (had.length != from) {
            throw problem(SyncStatus.Problem.UNEXPECTED, "http_416");
        }
        byte[] has = java.util.Arrays.copyOf(had, had.length + part.length);
        System.arraycopy(part, 0, has, had.length, part.length);
        if (has.length == total && !sha256(has).equals(sha256)) {
            throw problem(SyncStatus.Problem.UNEXPECTED, "malformed");
        }
        blobs.put(sha256, has);
    }

    @Override
    public synchronized byte[] download(String sha256, long from, int length) {
        calls.add("download " + from);
        if (!blobFaults.isEmpty()) {
            throw blobFaults.poll();
        }
        byte[] file = blobs.get(sha256);
        if (file == null) {
            throw unknownQuestion();
        }
        return java.util.Arrays.copyOfRange(file, (int) Math.min(file.length, from), (int) Math.min(file.length, from + length));
    }
}
