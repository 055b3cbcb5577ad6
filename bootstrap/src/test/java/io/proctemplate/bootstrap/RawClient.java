package io.proctemplate.bootstrap;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Sends what an ordinary client would refuse to send, on a connection that it keeps as long as the server does. */
final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    RawClient(int port) throws IOException {
        this.port = port;
        connect();
    }

    record Answer(int status, String body) {}

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    Answer send(String method, String path, List<String> headers, byte[] body) {
        try {
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.writeBytes(ascii(method + " " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n"));
            headers.forEach(line -> request.writeBytes(ascii(line + "\r\n")));
            request.writeBytes(ascii("Content-Length: " + body.length + "\r\n\r\n"));
            request.writeBytes(body);
            socket.getOutputStream().write(request.toByteArray());
            return receive();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private Answer receive() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        boolean close = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String lower = line.toLowerCase(Locale.ROOT);
            length = lower.startsWith("content-length:")
                    ? Integer.parseInt(line.substring(15).strip())
                    : length;
            close |= lower.equals("connection: close");
        }
        Answer answer = new Answer(status, new String(in.readNBytes(length), StandardCharsets.UTF_8));
        if (close) {
            socket.close();
            connect();
        }
        return answer;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("closed after: " + line);
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
