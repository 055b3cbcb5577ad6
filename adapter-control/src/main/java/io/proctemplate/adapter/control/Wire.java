package io.proctemplate.adapter.control;

import io.proctemplate.adapter.control.ControlSocket.Reply;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How a command and its reply are written: a byte for the version of this form, then numbers and texts, each text behind
 * its number of bytes.
 */
final class Wire {
    private static final int VERSION = 1;
    private static final int MAX_WORDS = 100;
    private static final int MAX_WORD_BYTES = 65_536;
    private static final int MAX_REPLY_BYTES = 1 << 28;

    private Wire() {}

    static void writeCommand(List<String> words, OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream));
        out.writeByte(VERSION);
        out.writeInt(words.size());
        for (String word : words) {
            write(word, out);
        }
        out.flush();
    }

    static List<String> readCommand(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(stream));
        checkVersion(in);
        int count = atMost(MAX_WORDS, in.readInt());
        List<String> words = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            words.add(read(in, MAX_WORD_BYTES));
        }
        return words;
    }

    static void writeReply(Reply reply, OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream));
        out.writeByte(VERSION);
        out.writeInt(reply.status());
        write(reply.out(), out);
        write(reply.err(), out);
        out.flush();
    }

    static Reply readReply(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(stream));
        checkVersion(in);
        return new Reply(in.readInt(), read(in, MAX_REPLY_BYTES), read(in, MAX_REPLY_BYTES));
    }

    private static void checkVersion(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != VERSION) {
            throw new IOException("the program at the other end is of another version");
        }
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String read(DataInputStream in, int maxBytes) throws IOException {
        byte[] bytes = new byte[atMost(maxBytes, in.readInt())];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int atMost(int limit, int number) throws IOException {
        if (number < 0 || number > limit) {
            throw new IOException("a length of " + number);
        }
        return number;
    }
}
