package headroom.rehearsal.aws;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;

import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;

import java.nio.charset.StandardCharsets;

/// What Lambda tells a handler of its invocation: here, little more than where to log.
record LambdaContext(String function, Journal journal) implements Context {
    @Override
    public LambdaLogger getLogger() {
        return new LambdaLogger() {
            @Override
            public void log(String message) {
                journal.note(Kind.LOG, function, message.strip());
            }

            @Override
            public void log(byte[] message) {
                log(new String(message, StandardCharsets.UTF_8));
            }
        };
    }

    @Override
    public String getFunctionName() {
        return function;
    }

    @Override
    public String getAwsRequestId() {
        throw unknown();
    }

    @Override
    public String getLogGroupName() {
        throw unknown();
    }

    @Override
    public String getLogStreamName() {
        throw unknown();
    }

    @Override
    public String getFunctionVersion() {
        throw unknown();
    }

    @Override
    public String getInvokedFunctionArn() {
        throw unknown();
    }

    @Override
    public CognitoIdentity getIdentity() {
        throw unknown();
    }

    @Override
    public ClientContext getClientContext() {
        throw unknown();
    }

    @Override
    public int getRemainingTimeInMillis() {
        throw unknown();
    }

    @Override
    public int getMemoryLimitInMB() {
        throw unknown();
    }

    private static UnsupportedOperationException unknown() {
        return new UnsupportedOperationException("The rehearsal does not model this of a context.");
    }
}
