package vn.soto.ledgerwriter.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The writes and syncs of a process in the files of a folder, as {@code strace} tells them. From these it makes the
 * files as a loss of power at any moment may leave them. A write before the last sync of its file is on the disk. Of
 * each later write all, a part of its sectors, or nothing is. A file without a sync may be there empty, or not.
 */
final class RecordedDisk {

    /** The calls to record, without threads interrupting each other's lines. */
    static List<String> strace(Path calls) {
        return List.of(
                "strace",
                "-f",
                "--seccomp-bpf",
                "-y",
                "-qq",
                "-xx",
                "-s",
                "5000000",
                "-e",
                "trace=pwrite64,write,fsync,fdatasync,ftruncate,unlink",
                "-o",
                calls.toString());
    }

    private static final int SECTOR = 512;
    private static final Pattern CALL =
            Pattern.compile("(pwrite64|write|fsync|fdatasync|ftruncate)\\(\\d+<([^>]*)>(.*)");
    private static final Pattern AT = Pattern.compile("\"((?:\\\\x[0-9a-f]{2})*)\", \\d+(?:, (\\d+))?.*");
    private static final Pattern SIZE = Pattern.compile("^, (\\d+).*");
    private static final Pattern REMOVED = Pattern.compile("unlink\\(\"([^\"]*)\".*");
    private static final Pattern ACKNOWLEDGED = Pattern.compile("commit (\\d+) [^ ]+ end");

    /** One call, in the order in which they ended. */
    private sealed interface Step {

        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Write(String file, byte[] bytes, long at) implements Step {}

        record Cut(String file, long size) implements Step {}

        /** Reaches the disk with the next sync of any file at the latest, and before what is written afterwards. */
        record Removed(String file) implements Step {}

        record Synced(String file) implements Step {}

        record Acknowledged(long number) implements Step {}
    }

    private final Path folder;
    private final List<Step> steps = new ArrayList<>();

    /** @param folder whose files are recorded */
    RecordedDisk(Path calls, Path folder) throws IOException {
        this.folder = folder;
        Map<String, String> unfinished = new HashMap<>();
        for (String line : Files.readAllLines(calls, StandardCharsets.ISO_8859_1)) {
            String[] parts = line.split(" +", 2);
            String call = parts.length < 2 ? "" : parts[1];
            if (call.endsWith("<unfinished ...>")) {
                unfinished.put(parts[0], call.replace(" <unfinished ...>", ""));
            } else {
                String begun = call.startsWith("<... ") ? unfinished.remove(parts[0]) : call;
                if (begun != null && !call.contains(" = -1 ")) {
                    add(begun);
                }
            }
        }
    }

    int moments() {
        return steps.size();
    }

    private void add(String call) {
        Matcher removed = REMOVED.matcher(call);
        if (removed.matches()) {
            Path path = Path.of(unescaped(removed.group(1)));
            if (folder.equals(path.getParent())) {
                steps.add(new Step.Removed(String.valueOf(path.getFileName())));
            }
            return;
        }
        Matcher found = CALL.matcher(call);
        if (!found.matches()) {
            return;
        }
        Path path = Path.of(unescaped(found.group(2)));
        // SQLite makes the index of the log anew.
        boolean ours = folder.equals(path.getParent()) && !path.toString().endsWith("-shm");
        String file = String.valueOf(path.getFileName());
        switch (found.group(1)) {
            case "fsync", "fdatasync" -> {
                if (ours) {
                    steps.add(new Step.Synced(file));
                }
            }
            case "ftruncate" -> {
                Matcher size = SIZE.matcher(found.group(3));
                if (ours && size.matches()) {
                    steps.add(new Step.Cut(file, Long.parseLong(size.group(1))));
                }
            }
            default -> written(found.group(3), ours ? file : "");
        }
    }

    /** @param file "" for one that is not in the folder, such as what the process prints to */
    private void written(String arguments, String file) {
        Matcher at = AT.matcher(arguments.replaceFirst("^, ", ""));
        if (!at.matches()) {
            return;
        }
        byte[] bytes = bytes(at.group(1));
        if (!file.isEmpty()) {
            steps.add(new Step.Write(file, bytes, at.group(2) == null ? -1 : Long.parseLong(at.group(2))));
            return;
        }
        Matcher told = ACKNOWLEDGED.matcher(new String(bytes, StandardCharsets.UTF_8));
        while (told.find()) {
            steps.add(new Step.Acknowledged(Long.parseLong(told.group(1))));
        }
    }

    /** With -xx strace writes paths in hexadecimal, too. */
    private static String unescaped(String text) {
        return text.contains("\\x") ? new String(bytes(text), StandardCharsets.UTF_8) : text;
    }

    private static byte[] bytes(String escaped) {
        byte[] bytes = new byte[escaped.length() / 4];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(escaped.substring(4 * i + 2, 4 * i + 4), 16);
        }
        return bytes;
    }

    /**
     * Writes the files as a loss of power right after the first {@code moment} calls may leave them. Returns the number
     * of the last commit acknowledged by then, 0 if there is none.
     */
    long restore(int moment, Random random, Path into) throws IOException {
        Map<String, byte[]> disk = new TreeMap<>();
        Map<String, List<Step>> pending = new TreeMap<>();
        long acknowledged = 0;
        for (Step step : steps.subList(0, moment)) {
            switch (step) {
                case Step.Write write ->
                    pending.computeIfAbsent(write.file(), f -> new ArrayList<>())
                            .add(write);
                case Step.Cut cut ->
                    pending.computeIfAbsent(cut.file(), f -> new ArrayList<>()).add(cut);
                case Step.Synced synced -> {
                    for (Step each : pending.getOrDefault(synced.file(), List.of())) {
                        disk.put(synced.file(), applied(disk.getOrDefault(synced.file(), new byte[0]), each));
                    }
                    pending.remove(synced.file());
                }
                case Step.Removed removed -> {
                    disk.remove(removed.file());
                    pending.remove(removed.file());
                }
                case Step.Acknowledged told -> acknowledged = Math.max(acknowledged, told.number());
            }
        }
        for (Map.Entry<String, List<Step>> file : pending.entrySet()) {
            byte[] content = disk.get(file.getKey());
            if (content == null && random.nextInt(4) == 0) {
                continue;
            }
            content = content == null ? new byte[0] : content;
            for (Step each : file.getValue()) {
                content = left(content, each, random);
            }
            disk.put(file.getKey(), content);
        }
        for (Map.Entry<String, byte[]> file : disk.entrySet()) {
            Files.write(into.resolve(file.getKey()), file.getValue());
        }
        return acknowledged;
    }

    /** The remains of a write that was not synced: all, nothing, or some of its sectors. */
    private static byte[] left(byte[] content, Step step, Random random) {
        int luck = random.nextInt(3);
        if (luck == 0) {
            return content;
        }
        if (luck == 1 || !(step instanceof Step.Write write)) {
            return applied(content, step);
        }
        byte[] result = content;
        for (int from = 0; from < write.bytes().length; from += SECTOR) {
            if (random.nextBoolean()) {
                byte[] sector = Arrays.copyOfRange(write.bytes(), from, Math.min(write.bytes().length, from + SECTOR));
                result = applied(result, new Step.Write(write.file(), sector, place(content, write) + from));
            }
        }
        return result;
    }

    private static long place(byte[] content, Step.Write write) {
        return write.at() < 0 ? content.length : write.at();
    }

    private static byte[] applied(byte[] content, Step step) {
        return switch (step) {
            case Step.Cut cut -> Arrays.copyOf(content, (int) cut.size());
            case Step.Write write -> {
                int at = (int) place(content, write);
                byte[] result = Arrays.copyOf(content, Math.max(content.length, at + write.bytes().length));
                System.arraycopy(write.bytes(), 0, result, at, write.bytes().length);
                yield result;
            }
            case Step.Removed _, Step.Synced _, Step.Acknowledged _ -> content;
        };
    }
}
