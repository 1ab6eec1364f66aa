classdef MyodesisPatient < handle
  % MyodesisPatient  A patient of a running service of Myodesis, once they live. One file: copy it beside your program.
  %
  %   patient = MyodesisPatient('127.0.0.1', 8080);     % also: token, session
  %   patient.subscribe('raw');
  %   patient.intend('hand-close', 0.4);
  %   frame = patient.next();                           % frame.data: channels x samples, in volts
  %
  % Neither has a WebSocket, so this speaks it over tcpclient: that of MATLAB R2020b or later, or that of Octave's
  % package instrument-control. What the service refuses is an error whose text ends in a hint.

  properties (SetAccess = private)
    info = []  % the newest serverInfo, as a struct: channels, classes, movements, sampleRateHz, streams ...
  end

  properties (Access = private)
    socket
    alive = false  % calibrated, and the streams run
  end

  properties (Constant, Access = private)
    names = {'raw', 'filtered', 'envelope', 'features', 'decisions', 'command', 'prosthesis', 'truth', 'clean', 'discharges'}
  end

  methods
    function patient = MyodesisPatient(host, port, token, session)
      if exist('OCTAVE_VERSION', 'builtin'), pkg('load', 'instrument-control'); end
      name = host;
      if any(host == ':'), name = ['[', host, ']']; end  % of IPv6
      headers = {sprintf('Host: %s:%d', name, port), 'Upgrade: websocket', 'Connection: Upgrade', ...
        'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: bXlvZGVzaXMgZnJvbSBNTA==', 'Sec-WebSocket-Protocol: myodesis.v1'};
      if nargin > 2 && ~isempty(token), headers{end + 1} = ['Authorization: Bearer ', token]; end
      path = '/stream';
      if nargin > 3 && ~isempty(session), path = ['/stream?session=', session]; end
      try
        patient.socket = tcpclient(host, port);
      catch reason
        error('no service at %s:%d: %s\n  hint: Start one with "npx myodesis serve".', host, port, reason.message);
      end
      write(patient.socket, uint8(sprintf('%s\r\n', ['GET ', path, ' HTTP/1.1'], headers{:}, '')));
      reply = '';
      while isempty(strfind(reply, sprintf('\r\n\r\n'))), reply = [reply, char(patient.take(1))]; end %#ok<AGROW,STREMP>
      if ~strncmp(reply(10:end), '101', 3)
        size = regexp(reply, 'Content-Length: (\d+)', 'tokens', 'once');
        error('%s', char(patient.take(str2double(size{1}))));
      end
      while ~patient.alive, patient.hear(); end
    end

    function subscribe(patient, stream)
      % Have a stream sent: its name is a field of info.streams.
      patient.request(sprintf('{"op":"subscribe","streams":["%s"]}', stream));
    end

    function intend(patient, movement, strength)
      % What the person intends, with 0 to 1 of the maximal contraction; 'rest'; or without arguments: the script again.
      if nargin < 2
        activations = 'null';
      elseif strcmp(movement, 'rest')
        activations = '[]';
      else
        activations = sprintf('[{"movement":"%s","strength":%g}]', movement, strength);
      end
      patient.request(['{"op":"setIntent","activations":', activations, '}']);
    end

    function request(patient, json)
      % Send a request of the protocol; what the service says against it is the error of a later next().
      patient.say(json, 1);
    end

    function frame = next(patient)
      % Wait for the next frame: stream, index of its first sample, data (rows x columns), and names of the rows.
      bytes = [];
      while isempty(bytes), bytes = patient.hear(); end
      rows = double(typecast(bytes(3:4), 'uint16'));
      stream = patient.names{bytes(1)};
      frame = struct('stream', stream, 'index', typecast(bytes(9:16), 'double'), ...
        'data', reshape(double(typecast(bytes(25:end), 'single')), [], rows)', ...
        'rows', {cellstr(patient.info.streams.(stream).rows)});
    end

    function close(patient)
      patient.socket = [];
    end
  end

  methods (Access = private)
    function bytes = take(patient, count)
      bytes = zeros(1, 0, 'uint8');
      while numel(bytes) < count
        more = uint8(read(patient.socket, count - numel(bytes)));
        if isempty(more), error('the connection has ended'); end
        bytes = [bytes, reshape(more, 1, [])]; %#ok<AGROW>
      end
    end

    function say(patient, text, kind)
      % Clients mask what they say, for the sake of proxies that guess; a mask of zeros leaves the bytes as they are.
      bytes = reshape(uint8(text), 1, []);
      size = uint8(128 + numel(bytes));
      if numel(bytes) > 125, size = uint8([254, floor(numel(bytes) / 256), mod(numel(bytes), 256)]); end
      write(patient.socket, [uint8(128 + kind), size, zeros(1, 4, 'uint8'), bytes]);
    end

    function bytes = hear(patient)
      % One message of the service, each of which comes in one piece: the bytes of a frame, or nothing.
      head = double(patient.take(2));
      size = head(2);
      if size > 125
        more = double(patient.take(2 + 6 * (size == 127)));
        size = sum(more .* 256 .^ (numel(more) - 1:-1:0));
      end
      bytes = patient.take(size);
      switch mod(head(1), 16)
        case 1
          message = jsondecode(native2unicode(bytes, 'UTF-8'));
          bytes = [];
          if strcmp(message.op, 'error'), error('%s\n  hint: %s', message.message, message.hint); end
          if strcmp(message.op, 'serverInfo'), patient.info = message; end
          if ~strcmp(message.op, 'status'), return; end
          if strcmp(message.phase, 'failed'), error('%s', message.text); end
          patient.alive = ~strcmp(message.phase, 'calibrating');
        case 8
          error('%s', char(bytes(3:end)));
        case 9
          patient.say(char(bytes), 10);
          bytes = [];
      end
    end
  end
end
