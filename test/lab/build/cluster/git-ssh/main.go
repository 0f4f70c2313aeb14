// Serves the Git repositories of a folder over SSH, on loopback, to everybody whose public key is in a folder beside them.
//
//	git-ssh ADDRESS HOST-KEY REPOSITORIES KEYS
//
// A repository NAME.git is served to the public keys of KEYS/NAME, one a line as in an authorized_keys file.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"

	"golang.org/x/crypto/ssh"
)

var command = regexp.MustCompile(`^(git-upload-pack|git-receive-pack) '/*([A-Za-z0-9._-]+)\.git'$`)

type server struct{ repositories, keys string }

func main() {
	if len(os.Args) != 5 {
		log.Fatal("usage: git-ssh ADDRESS HOST-KEY REPOSITORIES KEYS")
	}
	key, err := os.ReadFile(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	signer, err := ssh.ParsePrivateKey(key)
	if err != nil {
		log.Fatal(err)
	}
	listener, err := net.Listen("tcp", os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	s := server{repositories: os.Args[3], keys: os.Args[4]}
	log.Printf("listening on %s", listener.Addr())
	for {
		connection, err := listener.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go s.serve(connection, signer)
	}
}

// Which repository a client wants is known only after it has said who it is, so its key is kept until then.
func (s server) serve(connection net.Conn, signer ssh.Signer) {
	defer connection.Close()
	config := &ssh.ServerConfig{
		PublicKeyCallback: func(_ ssh.ConnMetadata, key ssh.PublicKey) (*ssh.Permissions, error) {
			if !s.isKnown("*", key) {
				return nil, errors.New("unknown public key")
			}
			return &ssh.Permissions{Extensions: map[string]string{"key": string(key.Marshal())}}, nil
		},
	}
	config.AddHostKey(signer)
	client, channels, requests, err := ssh.NewServerConn(connection, config)
	if err != nil {
		log.Printf("%s: %v", connection.RemoteAddr(), err)
		return
	}
	defer client.Close()
	go ssh.DiscardRequests(requests)
	for offered := range channels {
		if offered.ChannelType() != "session" {
			offered.Reject(ssh.UnknownChannelType, "only sessions")
			continue
		}
		channel, requests, err := offered.Accept()
		if err != nil {
			return
		}
		go s.session(channel, requests, []byte(client.Permissions.Extensions["key"]))
	}
}

func (s server) session(channel ssh.Channel, requests <-chan *ssh.Request, marshaled []byte) {
	defer channel.Close()
	for request := range requests {
		if request.Type != "exec" {
			request.Reply(false, nil)
			continue
		}
		var payload struct{ Command string }
		if err := ssh.Unmarshal(request.Payload, &payload); err != nil {
			request.Reply(false, nil)
			return
		}
		request.Reply(true, nil)
		status := s.execute(channel, payload.Command, marshaled)
		log.Printf("%s: %d", payload.Command, status)
		channel.SendRequest("exit-status", false, ssh.Marshal(struct{ Status uint32 }{status}))
		return
	}
}

func (s server) execute(channel ssh.Channel, line string, marshaled []byte) uint32 {
	match := command.FindStringSubmatch(line)
	key, err := ssh.ParsePublicKey(marshaled)
	if match == nil || err != nil || !s.isKnown(match[2], key) {
		fmt.Fprintln(channel.Stderr(), "ERROR: Repository not found.")
		return 1
	}
	git := exec.Command("git", match[1][len("git-"):], filepath.Join(s.repositories, match[2]+".git"))
	// Not `Stdin: channel`: waiting for the command would then wait for the client to close its side.
	input, err := git.StdinPipe()
	if err != nil {
		return 1
	}
	git.Stdout, git.Stderr = channel, channel.Stderr()
	if err := git.Start(); err != nil {
		return 1
	}
	go func() {
		io.Copy(input, channel)
		input.Close()
	}()
	if err := git.Wait(); err != nil {
		return 1
	}
	return 0
}

// Read anew each time: tests take keys away.
func (s server) isKnown(repository string, key ssh.PublicKey) bool {
	files, _ := filepath.Glob(filepath.Join(s.keys, repository))
	for _, file := range files {
		rest, _ := os.ReadFile(file)
		for len(rest) > 0 {
			known, _, _, next, err := ssh.ParseAuthorizedKey(rest)
			if err != nil {
				break
			}
			if bytes.Equal(known.Marshal(), key.Marshal()) {
				return true
			}
			rest = next
		}
	}
	return false
}
