package io.proctemplate.benchmark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of one kind of request to one server. A connection has a copy, in which only the numbers of the names and the
 * id of the service template change from request to request.
 */
final class RequestPattern {
    private static final int RADIX = 10;

    private final byte[] bytes;
    private final int[] numbers;
    private final int serviceTemplate;

    private RequestPattern(byte[] bytes, int[] numbers, int serviceTemplate) {
        this.bytes = bytes;
        this.numbers = numbers;
        this.serviceTemplate = serviceTemplate;
    }

    static RequestPattern of(Target target, Workload workload, int batch) {
        String body = Bodies.of(workload, batch);
        String request = head(target, workload, body.length()) + body;
        return new RequestPattern(
                request.getBytes(StandardCharsets.US_ASCII),
                placesOfNumbers(request),
                request.indexOf(Bodies.SERVICE_TEMPLATE));
    }

    private static String head(Target target, Workload workload, int length) {
        List<String> lines = new ArrayList<>();
        lines.add("POST " + target.path(Workload.path(workload.call())) + " HTTP/1.1");
        lines.add("Host: " + target.address().getAuthority());
        lines.add("Content-Type: application/json");
        lines.addAll(target.headers());
        lines.add("Content-Length: " + length);
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    private static int[] placesOfNumbers(String request) {
        List<Integer> places = new ArrayList<>();
        for (int at = request.indexOf(ProcessText.NUMBER);
                at >= 0;
                at = request.indexOf(ProcessText.NUMBER, at + ProcessText.DIGITS)) {
            places.add(at);
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    /** How many numbers a request needs; each name gets one of its own, which is as good. */
    int numbersNeeded() {
        return numbers.length;
    }

    ByteBuffer copy() {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    /** Makes of {@code copy} the next request, to be sent from its beginning. */
    void renew(ByteBuffer copy, long firstNumber, long serviceTemplateId) {
        copy.clear();
        for (int i = 0; i < numbers.length; i++) {
            putNumber(copy, numbers[i], firstNumber + i);
        }
        putId(copy, serviceTemplateId);
    }

    private static void putNumber(ByteBuffer copy, int at, long number) {
        long rest = number;
        for (int i = ProcessText.DIGITS - 1; i >= 0; i--) {
            copy.put(at + i, (byte) ('0' + rest % RADIX));
            rest /= RADIX;
        }
    }

    private void putId(ByteBuffer copy, long id) {
        String digits = Long.toString(id);
        for (int i = 0; i < Bodies.SERVICE_TEMPLATE.length(); i++) {
            copy.put(serviceTemplate + i, (byte) (i < digits.length() ? digits.charAt(i) : ' '));
        }
    }
}
